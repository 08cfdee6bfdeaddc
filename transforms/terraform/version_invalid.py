"""Version constraints that Terraform cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Attribute, Finding, Impact, Module, Transform, nodes, object_items

from ._language import own_blocks

_PART = r"[0-9A-Za-z~-]+"
_TERM = re.compile(
    r"\s*(?:=|!=|>|<|>=|<=|~>|)\s*v?[0-9]+(?:\.[0-9]+)*"
    rf"(?P<prerelease>-{_PART}(?:\.{_PART})*)?(?:\+{_PART}(?:\.{_PART})*)?\s*"
)


class VersionInvalid(Transform):
    """A version constraint is not written as Terraform reads it.

    What:
        Checks `required_version`, the versions of required providers, of provider blocks and of modules:
        comparisons with `=`, `!=`, `>`, `>=`, `<`, `<=` or `~>`, with commas between them. `required_version`
        cannot name a prerelease.

    Why:
        Terraform stops with "Invalid version constraint" before it plans anything.

    Example:
        terraform {
          required_version = "1.5 or newer"
        }

    Impact:
        None: which versions are meant is for you to say.

    Limits:
        Only reported. Whether a version exists is not looked up.

    Source:
        Terraform language documentation, "Version Constraints"; Terraform 1.11.
    """

    name = "terraform-version-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            block = own.block
            if block.type == "terraform" and own.around is None:
                yield from _judge(block.get("required_version"), is_own=True)
            elif block.type in ("provider", "module") and own.around is None:
                yield from _judge(block.get("version"))
            elif block.type == "required_providers":
                for attribute in block.body.attributes:
                    item = object_items(attribute.expression).get("version")
                    yield from _judge(attribute, item.value if item is not None else attribute.expression)


def _judge(
    attribute: Attribute | None, node: nodes.Expression | None = None, is_own: bool = False
) -> Iterator[Finding]:
    if attribute is None:
        return
    node = node or attribute.expression
    text = node.literal if isinstance(node, nodes.Template) else None
    if text is None:
        return
    found = [_TERM.fullmatch(term) for term in text.split(",")]
    if None in found:
        advice = 'write a comparison such as "~> 1.5" or ">= 1.5, < 2.0"'
        yield Finding(attribute, f"'{text}' is not a version constraint", advice=advice, within=node)
    elif is_own and any(one["prerelease"] for one in found if one is not None):
        message = f"required_version cannot name a prerelease, as '{text}' does"
        yield Finding(attribute, message, within=node)
