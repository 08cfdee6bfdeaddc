"""Renames for the sake of style alone: only where nothing but configuration files uses the name."""

from __future__ import annotations

from tffix import Address, Module, Refused, hidden_mention, rename, rename_obstacle, why_unsure


def one_of(number: int) -> str:
    """How many names of a module are to be changed, for the end of a message."""
    return f" (one of {number} to rename)" if number > 1 else ""


def too_many(number: int, most: object) -> str:
    """Why so many names are not changed at once, as a clause, or nothing."""
    return f"more than {most} would be renamed at once" if isinstance(most, int) and number > most else ""


def obstacle(address: Address, name: str, module: Module) -> str:
    """Why a name is better left as it is, as a clause, or nothing. ``rename`` would follow it into tests,
    variable values and override files, too; that is more than a matter of style is worth."""
    callers = [caller for caller, _ in module.callers] if address.parts[0] in ("var", "output") else []
    for one in (module, *callers):
        if unsure := why_unsure(one):
            return unsure
        if file := hidden_mention(address.parts[-1], one):
            return f"{file} mentions it"
    return rename_obstacle(address, name, module)


def give(address: Address, name: str, module: Module) -> None:
    """Gives something another name. Raises Refused if there is an obstacle by now."""
    if why := obstacle(address, name, module):
        raise Refused(why)
    rename(address, name, module)


__all__ = ["give", "obstacle", "one_of", "too_many"]
