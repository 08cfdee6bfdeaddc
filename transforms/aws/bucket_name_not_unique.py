"""Names that must be unique in all of AWS, or for all accounts in a region, and are hard-coded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Tier,
    Transform,
    evaluate,
    named_around,
    nodes,
    resources,
)

from ..terraform._contexts import instances
from ..terraform._lock_file import init_needed
from ._dependencies import decides_instances, uses
from ._iam_names import own_locals, suffixed
from ._random_suffix import BYTES, add_suffix, obstacle
from ._words import mentioning, tied_mentioning


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of name: the argument that says it, how long it may be, and what may have it once."""

    argument: str
    limit: int
    word: str
    once: str


_KINDS: Mapping[str, _Kind] = {
    "aws_s3_bucket": _Kind("bucket", 63, "bucket", "one bucket of all accounts can have it"),
    "aws_cognito_user_pool_domain": _Kind(
        "domain", 63, "domain", "one user pool of all accounts in the region can have it"
    ),
}
_TOLD_APART = re.compile(r"(?<!\d)\d{12}(?!\d)|\.")
"""The number of an account, which makes a name unique; a dot, as a website's bucket must have the name of the
website."""


class BucketNameNotUnique(Transform):
    """A bucket or the domain of a user pool has a hard-coded name, which no other account may have.

    What:
        Finds names of buckets and of the domains of user pools that are the same in every deployment:
        literal ones, and those made of local values that are. With the option `suffix` the name gets the
        hexadecimal value of a `random_id` at its end.

    Why:
        The names of buckets are unique over all accounts and regions of AWS, those of domains over all
        accounts in a region. A second deployment, or a stranger who had the idea first, makes the apply fail
        with BucketAlreadyExists.

    Example:
        resource "aws_s3_bucket" "logs" {
          bucket = "my-app-logs"
        }

    Impact:
        Only reported, unless `suffix` is set: a bucket that is deployed is then destroyed and made anew under
        the new name, which fails or loses what is in it.

    Limits:
        Silent for names with a dot, which are those of websites, and with the number of an account. With
        `suffix` only reported: names that are mentioned elsewhere in the module, in another module or in the
        repository, that decide a `count` or `for_each`, that several instances share, or would be too long;
        resources with an `import` block or `prevent_destroy`.

    Source:
        Amazon S3 User Guide, "General purpose bucket naming rules"; Amazon Cognito Developer Guide, "Using
        the Amazon Cognito domain for managed login".
    """

    name = "aws-bucket-name-not-unique"
    impact = Impact.REPLACE
    tier = Tier.DATA
    profile = Profile.BEST_PRACTICE
    watches = resources(*_KINDS)
    options: ClassVar[Mapping[str, object]] = {"suffix": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        name = _hard_coded(block, module)
        if not name:
            return
        kind = _KINDS[block.labels[0]]
        at = block.get(kind.argument)
        assert at is not None
        message = f"{kind.word} name '{name}' is hard-coded: {kind.once}"
        if not self.option["suffix"]:
            advice = f"end it with something of your own, such as ${{random_id.{block.labels[1]}.hex}}"
            yield Finding(at, message, advice=advice)
        elif reason := _hindrance(block, name, module):
            yield Finding(at, message, advice=f"make the name unique by hand: {reason}")
        else:
            yield Finding(at, message + init_needed("random", module), fix=lambda: _fix(block, module))


def _hard_coded(block: Block, module: Module) -> str:
    """The name of a resource, or of its first instance, if nothing from outside is in it; else nothing."""
    at = block.get(_KINDS[block.labels[0]].argument)
    if at is None or len(block.labels) != 2:
        return ""
    roots = {node.root for node in at.expression.find(nodes.Traversal)}
    scope = next(instances(block, module), None)
    name = evaluate(at.expression, module, scope) if scope is not None else None
    if not isinstance(name, str) or not roots <= {"local", "each", "count"} or _TOLD_APART.search(name):
        return ""
    return name if _is_usual(name) else ""


def _is_usual(name: str) -> bool:
    return re.fullmatch(r"[a-z0-9][a-z0-9-]{2,62}", name) is not None


def _hindrance(block: Block, name: str, module: Module) -> str:
    """Why the name cannot be changed here, or nothing."""
    kind, address = _KINDS[block.labels[0]], Address.of(block)
    at = block.get(kind.argument)
    assert address is not None and at is not None
    if module.unseen:
        return f"{module.unseen} cannot be read and may mention it"
    if block.get("count") is not None or block.get("for_each") is not None:
        return "it has several instances"
    if any(one.block.type == "import" for one in module.references_to(address)):
        return "an import block takes over what exists"
    if any(_is_true(one.get("prevent_destroy")) for one in block.blocks("lifecycle")):
        return "prevent_destroy forbids a new name"
    if decides_instances(module, address, kind.argument):
        return "a count or for_each depends on it and must be known before the apply"
    try:
        suffixed(at, len(name), kind.limit, "", 2 * BYTES)
    except Refused as refusal:
        return str(refusal)
    return obstacle(module) or _mentioned(block, at, name, module)


def _mentioned(block: Block, at: Attribute, name: str, module: Module) -> str:
    """Where else the name is, or nothing."""
    own = [at, *own_locals(at, module)]
    if isinstance(at.expression, nodes.Traversal) and own[1:]:
        local = Address(("local", at.expression.names[1]))
        other = next((one for one in uses(module, local) if one.attribute is not at), None)
        if other is not None:
            return f"line {module.place(other.attribute)[1]} has it from {local} too"
    written = (name, at.source.strip()[1:-1]) if isinstance(at.expression, nodes.Template) else (name,)
    for _, attribute in mentioning(written, module):
        is_tag = attribute.name == "tags" and attribute.parent is block.body
        if not is_tag and not any(attribute is one for one in own):
            return f"line {module.place(attribute)[1]} names it too"
    for tied in tied_mentioning((name,), module):
        if next(mentioning((name,), tied), None) is not None:
            return f"{tied.path} names it too"
    place = named_around(name, module)
    return f"{place} names it too" if place else ""


def _fix(block: Block, module: Module) -> None:
    name = _hard_coded(block, module) if block.parent is not None else ""
    if not name:
        return
    if reason := _hindrance(block, name, module):
        raise Refused(reason)
    kind = _KINDS[block.labels[0]]
    at = block.get(kind.argument)
    assert at is not None
    reference, length = add_suffix(block, kind.word, module)
    at.set(suffixed(at, len(name), kind.limit, reference, length))


def _is_true(attribute: Attribute | None) -> bool:
    return attribute is not None and attribute.boolean is True
