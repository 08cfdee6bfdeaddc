"""Variables whose description lists the values that they may have, and which take any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks, evaluate, quote

_LISTED = re.compile(
    r"(?i)(?:\bone of|\beither|\bmust be|\bcan be|\boptions|"
    r"\b(?:allowed|valid|possible|accepted)(?: values)?(?: are| is)?)\s*:?\s+([^.;()\n]+)"
)
_WITHIN = re.compile(r"\(([^()]+)\)")
"""What is in parentheses: words that explain a name as often as values."""
_EXAMPLES = re.compile(r"(?i)e\.g|such as|for example|\betc\b|\.\.\.|…|\blike\b|default")
_BETWEEN = re.compile(r"\s*(?:,|\||/|\bor\b|\band\b)\s*")
_VALUE = re.compile(r"[`'\"]?([A-Za-z0-9][A-Za-z0-9_-]*)[`'\"]?")


class VariableValuesUnchecked(Transform):
    """A variable's description lists its values, and nothing checks them.

    What:
        Looks for variables of the type string without a validation whose description lists what they may be:
        "one of dev, staging or prod", "valid values: a | b". A default must be among them.

    Why:
        A mistyped value is told at once and by name, not by what goes wrong with it halfway through an
        apply: a stage that nobody knows gets none of the settings of the others.

    Example:
        variable "environment" {
          type        = string
          description = "One of dev, staging or prod"
        }

    Impact:
        None: this is only reported, with the validation to paste; the description may be what is old.

    Limits:
        Descriptions that give examples are left alone, and so are lists of more than a word each. What is in
        parentheses counts only if a default is among it.

    Source:
        Terraform language documentation, "Custom Conditions": "Input Variable Validation".
    """

    name = "terraform-variable-values-unchecked"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_, description = block.get("type"), block.get("description")
        if len(block.labels) != 1 or type_ is None or type_.source.strip() != "string":
            return
        if description is None or description.string is None or any(block.blocks("validation")):
            return
        default = block.get("default")
        chosen = None if default is None else evaluate(default.expression)
        values = listed(description.string, _LISTED)
        if not values and chosen is not None:
            values = listed(description.string, _WITHIN)
        if not values or "empty" in values or (default is not None and chosen not in values):
            return
        name = block.labels[0]
        choice = ", ".join(map(quote, values))
        told = quote(f"The {name} must be one of: {', '.join(values)}.")
        advice = (
            f"validation {{\n  condition     = contains([{choice}], var.{name})\n  error_message = {told}\n}}"
        )
        message = f"the description of '{name}' lists its values, and it takes any"
        yield Finding(block, message, advice=advice)


def listed(text: str, form: re.Pattern[str]) -> list[str]:
    """The values that a description lists in a form; none if it lists none for certain."""
    if _EXAMPLES.search(text):
        return []
    for found in form.finditer(text):
        parts = [part for part in _BETWEEN.split(found[1].strip()) if part]
        values = [match[1] for part in parts if (match := _VALUE.fullmatch(part.strip()))]
        if len(values) == len(parts) >= 2:
            return values
    return []
