"""The policies of S3 buckets: who sets them, and what they say in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tffix import Address, Attribute, Block, Module, expressions, mentions, nodes

from ._s3 import POLICY, settings_of, settings_of_unknown
from ._unique_names import is_repeated

DOCUMENT = "aws_iam_policy_document"
_READING_ELSEWHERE = ("file", "templatefile", "filebase64")


def policies_of(bucket: Block, module: Module) -> list[Attribute]:
    """The arguments that hold the policies of a bucket."""
    held = (bucket.get("policy"), *(one.get("policy") for one in settings_of(bucket, POLICY, module)))
    return [one for one in held if one is not None]


def may_have_policy_elsewhere(bucket: Block, module: Module) -> bool:
    """Whether a module call, a JSON file or a policy of a bucket that is not known may set the policy."""
    address = Address.of(bucket)
    if (
        address is None
        or module.mentioned_elsewhere(POLICY)
        or len(module.blocks("resource", *bucket.labels)) > 1
    ):
        return True
    if settings_of_unknown(POLICY, module):
        return True
    # What leaves the module may get a policy there: of a root that is nobody's business.
    return any(
        one.block.type == "module" or (one.block.type == "output" and bool(module.callers))
        for one in module.references_to(address)
    )


def own_document(told: Sequence[Attribute], module: Module) -> Block | None:
    """The policy document that is this bucket's policy and nobody else's."""
    named = [one.address for attribute in told for one in mentions(attribute.source)]
    if len(told) != 1 or len(named) != 1 or len(module.references_to(named[0])) != 1:
        return None
    found = module.get(named[0])
    if not isinstance(found, Block) or found.labels[0] != DOCUMENT or is_repeated(found):
        return None
    return found


def text_of(policy: Attribute, module: Module) -> tuple[str, bool]:
    """The sources of a policy and of all that it is made of, and whether that is all of it."""
    texts, is_known = [], True
    stack, seen = [policy], {policy}
    while stack:
        here = stack.pop()
        texts.append(here.source)
        calls = here.expression.find(nodes.Call, lambda call: call.name in _READING_ELSEWHERE)
        is_known = is_known and next(calls, None) is None
        for mention in mentions(here.source):
            found = module.get(mention.address)
            if mention.address.parts[0] in ("var", "module") or found is None:
                is_known = False
            for attribute in _followed(found):
                if attribute not in seen:
                    seen.add(attribute)
                    stack.append(attribute)
    return "\n".join(texts), is_known


def _followed(found: Block | Attribute | None) -> Iterator[Attribute]:
    if isinstance(found, Attribute):
        yield found
    elif found is not None and found.type == "data" and found.labels[0] == DOCUMENT:
        yield from (attribute for attribute, _ in expressions(found))
