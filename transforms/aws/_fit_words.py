"""What a relation that is broken says, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tffix import quote

from ._fit import FORMS, Formula, Relation, atoms, is_like, suffix, truth
from ._fit_values import Item, Values

_FEW = 12
_SILENT = ("unset", "unwritten", "unlike", "lacks")


def told(relation: Relation, values: Values) -> tuple[Item | None, str, str]:
    """Where a broken relation is broken, what is wrong, and what to do; the text is empty where another
    relation says it better."""
    need = relation.need
    if need[0] in ("all", "any") and any(one[0] not in ("set", "unset") for one in atoms(need)):
        return _of_choices(relation, values)
    where = conditions(relation, values)
    names = list(dict.fromkeys(one[1] for one in atoms(need)))
    if need[0] == "any":
        wrong, advice = _of_several(need, [values.told(one) for one in names])
    else:
        wrong, advice = _of_one(need, values)
        if need[0] in ("same", "least_of"):
            names.append(need[2])
    written = _first(values, (one.partition(">")[0] for one in names))
    at = written if written is not None else _first(values, _condition_names(relation))
    return at, f"{wrong}{f' where {where}' if where else ''}", advice


def _of_several(need: Formula, names: list[str]) -> tuple[str, str]:
    if all(one[0] == "set" for one in atoms(need)):
        return (
            f"none of {_listed(names, 'and')} is set, of which one is needed",
            f"set {_listed(names, 'or')}",
        )
    return f"{_listed(names, 'and')} cannot all be set", "remove one of them"


def _of_one(need: Formula, values: Values) -> tuple[str, str]:
    verb, path, *rest = need
    name = values.told(path)
    if verb == "same":
        both = f"{name} is {values.shown(path)} and {values.told(rest[0])} is {values.shown(rest[0])}"
        return both, "make them the same"
    if verb == "least_of":
        return (
            f"{name} is {values.shown(path)}, less than {values.told(rest[0])} ({values.shown(rest[0])})",
            "raise it",
        )
    if verb == "apart":
        shown = f"{values.told(rest[0])} ({values.shown(rest[0])})"
        return f"{name} must be at least {rest[1]} more than {shown}", "raise it"
    if verb == "each_like":
        items = values.of(path).items or ()
        wrong = next(one for one in items if one is not None and not is_like(one, rest[0]))
        form = FORMS[rest[0]][1] if rest[0] in FORMS else f"what is like {rest[0]}"
        return f"{name} cannot have {quote(wrong)}", f"it takes {form} there"
    if verb == "keys_out":
        wrong = next(one for one in values.of(path).keys or () if one in rest[0])
        return f"{name} cannot have {wrong}, which is reserved", "take another name"
    if verb in ("set", "written"):
        return f"{name} is needed and not set", f"set {name}"
    if verb == "unset":
        return f"{name} cannot be set", f"remove {name}, or change the other"
    if verb == "like" and suffix(rest[0]):
        return f"{name} must end with {suffix(rest[0])}", f"end it with {suffix(rest[0])}"
    if verb in ("items_least", "items_most"):
        bound = "at least" if verb == "items_least" else "at most"
        return f"{name} has {values.of(path).count} elements", f"it takes {bound} {rest[0]}"
    return f"{name} cannot be {values.shown(path)}", _advice([need])


def _of_choices(relation: Relation, values: Values) -> tuple[Item | None, str, str]:
    """Of several combinations of values, the ones that fit what is written in part."""
    for branch in relation.need[1:]:
        parts = branch[1:] if branch[0] == "all" else [branch]
        right = {one[1] for part in parts for one in atoms(part) if truth(part, values)}
        wrong = {one[1] for part in parts for one in atoms(part) if truth(part, values) is False}
        decisive = next(atoms(branch))[1]
        if decisive not in right - wrong or not wrong:
            continue
        path = sorted(wrong)[0]
        limits = [one for part in parts for one in atoms(part) if one[1] == path and one[0] in _LIMITS]
        argument, where = values.of(path), f"{values.told(decisive)} is {values.shown(decisive)}"
        return (
            argument.item,
            f"{values.told(path)} cannot be {values.shown(path)} where {where}",
            _advice(limits),
        )
    return None, "", ""


_LIMITS = ("in", "out", "least", "most", "over", "under", "multiple")


def _advice(limits: Iterable[Formula]) -> str:
    """What a value may be."""
    found = {one[0]: one[2] for one in limits}
    parts = []
    if "in" in found:
        values = found["in"]
        more = " …" if len(values) > _FEW else ""
        parts.append(f"{', '.join(values[:_FEW])}{more}")
    if "out" in found:
        parts.append(f"anything but {', '.join(found['out'])}")
    if "least" in found and "most" in found:
        parts.append(f"{found.pop('least')} to {found.pop('most')}")
    for verb, word in (
        ("least", "at least"),
        ("most", "at most"),
        ("over", "more than"),
        ("under", "less than"),
    ):
        if verb in found:
            parts.append(f"{word} {found[verb]}")
    if "multiple" in found:
        parts.append(f"{'in steps' if parts else 'multiples'} of {found['multiple']}")
    return f"it takes {' '.join(parts)} there" if parts else "correct one of them"


def conditions(relation: Relation, values: Values) -> str:
    """The conditions that are met, in words."""
    judged = {path for one in atoms(relation.need) for path in one[1:] if isinstance(path, str)}
    met = [one for part in relation.when for one in atoms(part) if truth(one, values)]
    found = [one for one in met if one[1] not in judged]
    telling = [one for one in found if one[0] not in _SILENT] or found
    return " and ".join(dict.fromkeys(_condition(one, values) for one in telling))


def _condition(one: Formula, values: Values) -> str:
    verb, path, *rest = one
    name = values.told(path)
    if verb == "set":
        return f"{name} is set"
    if verb in ("unset", "unwritten"):
        return f"{name} is not set"
    if verb == "has":
        items = values.of(path).items or ()
        return f"{name} has {next(item for item in items if item in rest[0])}"
    if verb == "items_least":
        return f"{name} has elements"
    return f"{name} is {values.shown(path)}"


def _condition_names(relation: Relation) -> Iterator[str]:
    return (one[1].partition(">")[0] for part in relation.when for one in atoms(part))


def _first(values: Values, paths: Iterable[str]) -> Item | None:
    return next((item for path in paths if (item := values.of(path).item) is not None), None)


def _listed(names: list[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else names[0]
