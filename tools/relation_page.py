"""Writes docs/relations.md: the relations, how many there are, and why others are not taken over."""

from __future__ import annotations

from collections import Counter
from typing import Any

from relation_formulas import Formula

PAGE = """\
# Relations between arguments

What [aws-arguments-do-not-fit](rules/aws-arguments-do-not-fit.md) goes by. `tools/build_relations.py` writes
this page and the facts, from {sources}, and from the table `tools/relations.txt`.

## How many

- cfn-lint has {read} relations between properties, of {homes} types of CloudFormation, in its schemas and
  in the schemas of its rules. The package is read, never run.
- {taken} of them are tied to arguments. Some are of several types of Terraform.
- {added} come from the table, with the place where each is written.
- Together they are {total} relations of {types} resource types.

A property is an argument where both have the same name, apart from the plural and from what the resource's
type says already, the same kind of value, and the same place. What has another name is in a table in
`tools/relation_links.py`.

## What is not taken over

| relations | why |
| ---: | --- |
{reasons}

## The relations

A number such as E3501 is that of a rule of cfn-lint; *schema* is AWS's own schema for CloudFormation.

{relations}
"""
_VERBS = {
    "set": "is set",
    "unset": "is not set",
    "written": "is written",
    "unwritten": "is not written",
    "in": "is {}",
    "out": "is not {}",
    "like": "is like {}",
    "unlike": "is not like {}",
    "least": "is at least {}",
    "most": "is at most {}",
    "over": "is more than {}",
    "under": "is less than {}",
    "multiple": "is a multiple of {}",
    "has": "has {}",
    "lacks": "does not have {}",
    "items_least": "has at least {} elements",
    "items_most": "has at most {} elements",
    "each_like": "has only what is like {}",
    "keys_out": "does not have the keys {}",
    "same": "is the same as {}",
    "least_of": "is at least {}",
    "apart": "is at least {1} more than {0}",
}
_FEW = 8
_OF_TWO = ("same", "least_of", "apart")


def page(sources: list[str], read: int, homes: int, table: Any, added: Any, lost: Counter[str]) -> str:
    """The text of the page."""
    ours = sum(map(len, added.values()))
    reasons = [f"| {number} | {reason} |" for reason, number in lost.most_common()]
    return PAGE.format(
        sources=" and ".join(sources),
        read=read,
        homes=homes,
        taken=read - lost.total(),
        added=ours,
        total=sum(map(len, table.values())),
        types=len(table),
        reasons="\n".join(reasons),
        relations="\n\n".join(_of_type(name, table[name]) for name in sorted(table)),
    )


def _of_type(name: str, records: list[Any]) -> str:
    lines = [f"- {_sentence(one)} ({one['by']})" for one in records]
    return "\n".join([f"### {name}", "", *dict.fromkeys(lines)])


def _sentence(record: Any) -> str:
    where = " and ".join(_told(one) for one in record["when"])
    inside = f"In `{record['at']}`: " if record["at"] else ""
    return f"{inside}{f'where {where}, ' if where else ''}{_told(record['need'])}"


def _told(formula: Formula) -> str:
    verb, *rest = formula
    if verb in ("all", "any"):
        word = " and " if verb == "all" else " or "
        return word.join(f"({_told(one)})" if one[0] in ("all", "any") else _told(one) for one in rest)
    path, *operands = rest
    shown = [
        _argument(one) if verb in _OF_TWO and at == 0 else _operand(one) for at, one in enumerate(operands)
    ]
    return f"{_argument(path)} {_VERBS[verb].format(*shown)}"


def _argument(path: str) -> str:
    referring, _, rest = path.partition("=")[0].partition(">")
    referring = referring.partition("=")[0]
    return f"`{rest.partition('>')[2]}` of what `{referring}` refers to" if rest else f"`{referring}`"


def _operand(value: Any) -> str:
    if not isinstance(value, list):
        return f"`{value}`"
    more = f" and {len(value) - _FEW} more" if len(value) > _FEW else ""
    return ", ".join(f"`{one}`" for one in value[:_FEW]) + more
