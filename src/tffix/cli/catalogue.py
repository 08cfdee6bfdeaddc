"""Lists the rules and explains them."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from ..report.colour import Palette, is_wanted
from ..rules.registry import NOTHING, named, transforms
from ..user_error import UserError
from .options import Output

if TYPE_CHECKING:
    from ..rules.script import Script


def list_rules(output: Output, colour: bool | None, script: Script | None) -> int:
    """Prints every rule that is installed, or every one of a script, with impact, tier and summary."""
    listed = transforms() if script is None else script.transforms
    if output is Output.JSON:
        rules = [
            {
                "name": one.name,
                "impact": one.impact.value,
                "tier": one.usual_tier().value,
                "profile": one.profile.value,
                "summary": one.summary(),
                "options": dict(one.options),
            }
            for one in listed.values()
        ]
        print(json.dumps(rules, indent=2))
        return 0
    if output is not Output.TEXT:
        raise UserError("rules are listed as text or json")
    palette = Palette(is_wanted(colour))
    names = max((len(name) for name in listed), default=0)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    for name, one in listed.items():
        summary = one.summary()
        left = max(width - names - 36, 20)
        if len(summary) > left:
            summary = summary[: left - 1] + "…"
        kind = f"{palette.yellow(one.impact.value.ljust(7))}  {one.usual_tier().value.ljust(8)}"
        kind += f"  {palette.dim(one.profile.value.ljust(13))}"
        print(f"{palette.bold(name.ljust(names))}  {kind}  {summary}")
    return 0


def explain_rule(name: str, colour: bool | None, script: Script | None) -> int:
    """Prints the documentation of a rule."""
    from ..report.documentation import documentation

    width = min(shutil.get_terminal_size().columns, 100)
    rule = named(name, script.transforms if script is not None else NOTHING)
    print(documentation(rule, Palette(is_wanted(colour)), width), end="")
    return 0
