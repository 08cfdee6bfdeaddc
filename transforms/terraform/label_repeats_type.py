"""Labels that say the type again: `aws_route_table.public_route_table`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Address, Block, Finding, Impact, Module, Profile, Tier, Transform

from ._cautious_rename import give, obstacle, one_of, too_many

_HABIT = 3
_SHARED = 3
_ENVIRONMENTS = frozenset(
    ("dev", "development", "prd", "prod", "production", "qa", "stage", "staging", "test", "uat")
)


class LabelRepeatsType(Transform):
    """The label of a resource or data source repeats its type.

    What:
        Takes the words of the type, with or without those of the provider, off the beginning or end of the
        label: `public_route_table` becomes `public`. All references follow, in every file, and a `moved`
        block tells Terraform that the resource is the same.

    Why:
        Every reference has the type before the label already; said twice it only makes lines longer.

    Example:
        resource "aws_route_table" "public_route_table" {
          vpc_id = aws_vpc.main.id
        }

        resource "aws_route" "internet" {
          route_table_id         = aws_route_table.public_route_table.id
          destination_cidr_block = "0.0.0.0/0"
          gateway_id             = aws_internet_gateway.main.id
        }

    Becomes:
        resource "aws_route_table" "public" {
          vpc_id = aws_vpc.main.id
        }

        moved {
          from = aws_route_table.public_route_table
          to   = aws_route_table.public
        }

        resource "aws_route" "internet" {
          route_table_id         = aws_route_table.public.id
          destination_cidr_block = "0.0.0.0/0"
          gateway_id             = aws_internet_gateway.main.id
        }

    Impact:
        The plan says that the resource has moved, and changes nothing else. What names the old address
        elsewhere (`-target`, `terraform import`, scripts) is not found: the fix is held back where the module
        may be deployed.

    Limits:
        Silent where three or more labels, and most, are like that: then it is the convention. Only reported:
        more of them than the option `most` says; a label that is nothing but the type, or of which an
        environment or what three others begin with would be left, since a better name is for a person to
        choose; one that a `moved` block leads to already; one whose short form is taken; resources that JSON
        files, tests or strings name; and modules that ask for a Terraform older than 1.1, which knows no
        `moved` blocks.

    Source:
        Terraform style guide, "Resource naming"; Terraform language documentation, "Refactoring".
    """

    name = "terraform-label-repeats-type"
    impact = Impact.NONE
    tier = Tier.DEPLOYED
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {"most": 12}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        labelled = [one for one in (*module.resources(), *module.blocks("data")) if len(one.labels) == 2]
        repeating = [
            (block, short) for block in labelled if (short := _without_type(*block.labels)) is not None
        ]
        if len(repeating) >= _HABIT and 2 * len(repeating) > len(labelled):
            return  # it is the convention here
        for block, short in repeating:
            yield self._finding(block, short, len(repeating), module)

    def _finding(self, block: Block, short: str, number: int, module: Module) -> Finding:
        type_, label = block.labels
        address = Address.of(block)
        assert address is not None
        message = f"the label '{label}' repeats the type {type_}{one_of(number)}"
        if not short:
            return Finding(block, message, advice="choose a name for what it is here, such as 'main'")
        if _is_prefix(short, block, module):
            advice = f"'{short}' alone would say nothing; choose a name for what it is here"
            return Finding(block, message, advice=advice)
        why = too_many(number, self.option["most"]) or obstacle(address, short, module)
        if why:
            return Finding(block, message, advice=f"rename it to '{short}'; left as it is: {why}")
        tier = Tier.SAFE if block.type == "data" else None
        return Finding(block, message, partial(give, address, short, module), tier=tier)


def _is_prefix(short: str, block: Block, module: Module) -> bool:
    """Whether what is left of a label is only what others begin with: an environment, the project's name."""
    begin = re.compile(rf"{re.escape(short)}[_-]")
    blocks = (*module.resources(), *module.blocks("data"))
    others = {one.labels[-1] for one in blocks if one is not block and begin.match(one.labels[-1])}
    return short.lower() in _ENVIRONMENTS or len(others) >= _SHARED


def _without_type(type_: str, label: str) -> str | None:
    """The label less the words of the type; nothing if it has no others, None if it does not repeat it."""
    provider, _, kind = type_.partition("_")
    words = label.replace("-", "_").lower()
    for repeated in (f"{provider}_{kind}", kind):
        if words == repeated:
            return ""
        size = len(repeated)
        if words.endswith(f"_{repeated}"):
            return _or_none(label[: -size - 1])
        if words.startswith(f"{repeated}_"):
            return _or_none(label[size + 1 :])
    return None


def _or_none(rest: str) -> str | None:
    """What is left of a label, if it still tells something: numbers do not."""
    return rest if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", rest) and len(rest) > 1 else None
