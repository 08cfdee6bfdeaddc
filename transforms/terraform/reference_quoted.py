"""References in quotes, in the arguments that take nothing but references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from tffix import Attribute, Body, Finding, Impact, Module, Profile, Transform, knows, nodes

_REFERENCE = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\.\d+|\[\d+\]|\[\"[^\"$%\\]+\"\])*")
_LEGACY_INDEX = re.compile(r"\.(\d+)(?![\w-])")
_HASH = re.compile(r"\.\d{4,}\b")


class ReferenceQuoted(Transform):
    """A reference is in quotes: in `depends_on`, `ignore_changes` or `provider`.

    What:
        Takes the quotes away.

    Why:
        Quotes were needed before Terraform 0.12. Terraform warns of them ("Quoted references are
        deprecated"), and editors cannot follow a reference that is a string.

    Example:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"
          depends_on    = ["aws_iam_role_policy.web"]
        }

    Becomes:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"
          depends_on    = [aws_iam_role_policy.web]
        }

    Impact:
        None: Terraform reads both alike.

    Limits:
        Only reported: what is no reference today, like the hashes in `"ingress.2541437006.cidr_blocks"`.
        Silent for modules that ask for Terraform 0.11.

    Source:
        Terraform language documentation, "The depends_on Meta-Argument" and "The lifecycle Meta-Argument";
        Terraform 0.12 upgrade guide.
    """

    name = "terraform-reference-quoted"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not knows(">= 0.12", module):
            return
        for file in module.files.values():
            for block in file.blocks():
                if block.type not in ("resource", "data", "module", "output", "ephemeral"):
                    continue
                for attribute in _attributes(block.body):
                    yield from _findings(attribute, module)


def _attributes(body: Body) -> Iterator[Attribute]:
    """The arguments of a block that take references only."""
    yield from (one for one in body.attributes if one.name in ("depends_on", "provider"))
    for lifecycle in body.blocks("lifecycle"):
        yield from (one for one in lifecycle.body.attributes if one.name == "ignore_changes")


def _findings(attribute: Attribute, module: Module) -> Iterator[Finding]:
    quoted = _quoted(attribute)
    if not quoted:
        return
    for node, text in quoted.items():
        if text != "*" and _unquoted(text) is None:  # that is for a rule of its own
            message = f"{node.text} is in quotes and is not a reference"
            yield Finding(attribute, message, advice="name the argument without quotes", within=node)
    known = [node for node, text in quoted.items() if _unquoted(text) is not None]
    if known:
        message = f"the reference {known[0].text} is in quotes"
        yield Finding(attribute, message, partial(_unquote, attribute, module), within=known[0])


def _quoted(attribute: Attribute) -> Mapping[nodes.Template, str]:
    expression = attribute.expression
    items = expression.items if isinstance(expression, nodes.Tuple) else (expression,)
    return {
        item: item.literal for item in items if isinstance(item, nodes.Template) and item.literal is not None
    }


def _unquoted(text: str) -> str | None:
    if not _REFERENCE.fullmatch(text) or _HASH.search(text):
        return None
    return _LEGACY_INDEX.sub(r"[\1]", text)


def _unquote(attribute: Attribute, module: Module) -> None:
    sources = {node: _unquoted(text) for node, text in _quoted(attribute).items()}
    attribute.replace({node: source for node, source in sources.items() if source is not None})
