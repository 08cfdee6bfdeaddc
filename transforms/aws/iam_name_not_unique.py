"""IAM names that are hard-coded, so that a second deployment in the account fails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Address, Attribute, Block, Finding, Impact, Module, Refused, Transform, mentions, resources

from ..terraform._lock_file import init_needed
from ._dependencies import decides_instances, depends, is_repeated_alike
from ._iam_computed import computed
from ._iam_hindrances import hindrance
from ._iam_kinds import INLINE_LIMIT, KINDS
from ._iam_mentions import Named, NameMention, address_within, find_mentions, named, path_of
from ._iam_names import HardCoded, former_name, hard_coded, is_keyed_from_outside, suffixed, varies
from ._random_suffix import INSTANCE, add_suffix
from ._words import mentioning


class IamNameNotUnique(Transform):
    """An IAM role, policy, instance profile, user or group has a hard-coded name, which must be unique in the
    account.

    What:
        Finds `name` arguments that are the same in every deployment: literal ones, those made of local values
        that are, and such with `count.index` or hard-coded keys in them. The name gets the hexadecimal value
        of a `random_id` at its end. The `random_id` stands beside the block and is called like it, less a
        first word that names an environment (`prod_ec2_role` gives `ec2_role_suffix`); where the module has
        `required_providers`, the random provider joins them. Inline policies follow their role, user or
        group. The name where it is written out elsewhere and means the same entity (`role = "prod-ec2-role"`,
        in lists, in ARNs, in heredocs, by `each.key` of the same instances) becomes a reference.

    Why:
        IAM names are unique in an account, over all regions. The second deployment of the configuration, for
        another environment or after a half-removed first one, fails with EntityAlreadyExists.

    Example:
        resource "aws_iam_role" "prod_ec2_role" {
          name               = "prod-ec2-role"
          assume_role_policy = data.aws_iam_policy_document.ec2.json
        }

        resource "aws_iam_role_policy_attachment" "ssm" {
          role       = "prod-ec2-role"
          policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        }

    Becomes:
        resource "aws_iam_role" "prod_ec2_role" {
          name               = "prod-ec2-role-${random_id.ec2_role_suffix.hex}"
          assume_role_policy = data.aws_iam_policy_document.ec2.json
        }

        resource "random_id" "ec2_role_suffix" {
          byte_length = 4
        }

        resource "aws_iam_role_policy_attachment" "ssm" {
          role       = aws_iam_role.prod_ec2_role.name
          policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        }

    Impact:
        A role, policy or instance profile that is deployed is destroyed and made anew under the new name; a
        user or group is renamed, and what is attached to it is attached anew. Whatever names the old entity
        outside of this configuration must follow. `terraform init` is needed if the random provider is new.

    Limits:
        Names with variables, resources, data sources or functions of time in them, also by way of local
        values, are left alone, and so are `name_prefix`, names that end with a random value, names that an
        AWS service asks for (`dms-vpc-role`, `AmazonEKS_CNI_IPv6_Policy`), and those of service-linked roles.
        A name is cut if the suffix would not fit: 64 characters for roles and users, 128 for the others.
        Tags, descriptions and the like keep the plain name. Where it is not certain that a text means the
        entity (an environment variable, a script), it is reported, and the name is left. An ARN means the
        entity where its account is evidently this one: `data.aws_caller_identity`, or one of
        `allowed_account_ids`. Reported only, with the reason: a name that stands where no reference can (a
        module's argument, a provider's role, another module or a test of the project), a name that decides a
        `count` or `for_each`, a name that the repository has elsewhere (another root, Terragrunt's inputs, a
        workflow, a script, a JSON file; documents in Markdown and the like do not count), and entities with
        an `import` block or `prevent_destroy`.

    Source:
        AWS IAM User Guide, "IAM identifiers" and "IAM and AWS STS quotas"; Terraform AWS provider, the `name`
        argument of each resource type.
    """

    name = "aws-iam-name-not-unique"
    impact = Impact.REPLACE
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(*KINDS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = KINDS[block.labels[0]]
        name = block.get("name")
        if name is None or len(block.labels) != 2:
            return
        found = hard_coded(block, module, kind)
        former = former_name(block)
        if found is not None:
            yield self._finding(found, module)
            yield from _doubts(named(found), module)
        elif former:
            yield from _doubts(Named(block, kind, (former,), path=path_of(block)), module)
        elif is_keyed_from_outside(block, module):
            yield Finding(
                name,
                f"the names of these {kind.plural} collide in a second deployment with the same keys",
                advice="add a suffix that names the deployment, if others share its account",
            )

    def _finding(self, found: HardCoded, module: Module) -> Finding:
        message = _message(found)
        reason = hindrance(found, module)
        if reason:
            return Finding(found.attribute, message, advice=f"make the name unique by hand: {reason}")
        message += init_needed("random", module)
        return Finding(found.attribute, message, fix=lambda: _fix(found.block, module))


def _message(found: HardCoded) -> str:
    names = list(found.instances)
    if len(names) > 1 and re.fullmatch(r"\$\{[^{}]*\}", found.inner):
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""
        told = (", " if more else " and ").join(f"'{name}'" for name in names[:2])
        return f"{found.kind.spoken} names {told}{more} are hard-coded: an account can have each of them once"
    written = found.inner if len(names) > 1 else names[0]
    return f"{found.kind.spoken} name '{written}' is hard-coded: an account can have it once"


def _fix(block: Block, module: Module) -> None:
    found = hard_coded(block, module, KINDS[block.labels[0]]) if block.parent is not None else None
    if found is None:
        return
    if reason := hindrance(found, module):
        raise Refused(reason)
    edits = [
        (one, _reference(one, found, module)) for one in find_mentions(named(found), module) if one.is_certain
    ]
    following = list(computed(found, module))
    inline = list(_inline_policies(found, module))
    once = not all(text or _has_its_instance(one, found) for one, text in edits)
    reference, length = add_suffix(block, found.kind.word, module, once)
    name = suffixed(found.attribute, found.longest, found.kind.limit, reference, length)
    _replace([(one, text or _written_out(one, found, name)) for one, text in edits])
    for use in following:
        use.attribute.set(use.reference)
    for policy in inline:
        if INSTANCE in reference and not is_repeated_alike(block, policy.block):
            continue
        if policy.longest + 1 + length <= INLINE_LIMIT:
            source = suffixed(policy.attribute, policy.longest, INLINE_LIMIT, reference, length)
            policy.attribute.set(source)
    found.attribute.set(name)


def _reference(mention: NameMention, found: HardCoded, module: Module) -> str:
    """The reference to take the place of a name; nothing where the name with its suffix must: there would
    be a cycle, or it is not certain which instance is meant, or that there is one."""
    address = Address.of(found.block)
    assert address is not None
    here = address_within(mention)
    if here is not None and depends(module, address, here):
        return ""
    index = found.instances.get(_meant(mention, found))
    varying = mention.text == found.inner and varies(found.attribute)
    if varying and is_repeated_alike(found.block, mention.block):
        index = "[count.index]" if found.block.get("count") else "[each.key]"
    if index is None:
        return ""
    reference = f"{address}{index}.name"
    return reference if mention.is_whole else f"${{{reference}}}"


def _has_its_instance(mention: NameMention, found: HardCoded) -> bool:
    """Whether it is certain which instance of a block a name that is written out belongs to."""
    return is_repeated_alike(found.block, mention.block) or bool(found.instances.get(_meant(mention, found)))


def _meant(mention: NameMention, found: HardCoded) -> str:
    """The name that is written out, where it may be written as the entity's own is."""
    is_own = mention.text == found.inner and not varies(found.attribute)
    return next(iter(found.instances)) if is_own else mention.text


def _written_out(mention: NameMention, found: HardCoded, name: str) -> str:
    """A mentioned name with the suffix; ``name`` is the source of the new name."""
    if INSTANCE in name and not is_repeated_alike(found.block, mention.block):
        name = name.replace(INSTANCE, found.instances[_meant(mention, found)] or "")
    if mention.text == found.inner:
        text = name[1:-1]
    elif name[1:].startswith(found.inner):
        text = mention.text + name[1 + len(found.inner) : -1]
    else:
        raise Refused("the name must be shortened and is written out where no reference can be written")
    return f'"{text}"' if mention.is_whole else text


def _replace(edits: list[tuple[NameMention, str]]) -> None:
    by_attribute: dict[Attribute, list[tuple[NameMention, str]]] = {}
    for edit in edits:
        by_attribute.setdefault(edit[0].attribute, []).append(edit)
    for attribute, group in by_attribute.items():
        source = attribute.source
        for mention, text in sorted(group, key=lambda edit: edit[0].start, reverse=True):
            source = source[: mention.start] + text + source[mention.end :]
        attribute.set(source)


def _inline_policies(found: HardCoded, module: Module) -> Iterator[HardCoded]:
    """The hard-coded names of the entity's inline policies, unless something else counts on them."""
    address = Address.of(found.block)
    type_, argument = found.kind.inline or ("", "")
    if module.resources(f"aws_iam_{found.kind.word}_policies_exclusive"):
        return
    assert address is not None
    named = (block for block, _ in mentioning((*found.instances,), module))
    users = {*(one.block for one in module.references_to(address)), *named}
    policies = (block for block in users if (block.type, block.labels[:1]) == ("resource", (type_,)))
    for block in sorted(policies, key=module.rank):
        owner, own = block.get(argument), Address.of(block)
        if owner is None or own is None or decides_instances(module, own, "name"):
            continue
        if owner.string in found.instances or any(one.address == address for one in mentions(owner.source)):
            policy = hard_coded(block, module, found.kind)
            if policy is not None:
                yield policy


def _doubts(entity: Named, module: Module) -> Iterator[Finding]:
    """Findings at texts that may mean an entity by the name that it has, or had: one for each text."""
    told = set[tuple[int, str]]()
    for mention in find_mentions(entity, module):
        if not mention.is_certain and (id(mention.node), mention.text) not in told:
            told.add((id(mention.node), mention.text))
            yield Finding(
                mention.attribute,
                f"'{mention.text}' may be the {entity.kind.spoken} {Address.of(entity.block)}",
                advice=f"if it is, write {Address.of(entity.block)}.name: that name is to be unique",
                within=mention.node,
            )
