"""What a relation that is broken says, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ._fit import Formula, Relation, atoms, suffix, truth
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
        wrong, advice = _of_several(need, names)
    else:
        wrong, advice = _of_one(need, values)
    written = _first(values, names)
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
    text = values.of(path).text
    if verb in ("set", "written"):
        return f"'{path}' is needed and not set", f"set '{path}'"
    if verb == "unset":
        return f"'{path}' cannot be set", f"remove '{path}', or change the other"
    if verb == "like" and suffix(rest[0]):
        return f"'{path}' must end with {suffix(rest[0])}", f"end it with {suffix(rest[0])}"
    if verb in ("items_least", "items_most"):
        bound = "at least" if verb == "items_least" else "at most"
        return f"'{path}' has {values.of(path).count} elements", f"it takes {bound} {rest[0]}"
    return f"'{path}' cannot be {text}", _advice([need])


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
        argument, where = values.of(path), f"'{decisive}' is {values.of(decisive).text}"
        return argument.item, f"'{path}' cannot be {argument.text} where {where}", _advice(limits)
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
        parts.append(f"in steps of {found['multiple']}")
    return f"it takes {' '.join(parts)} there" if parts else "correct one of them"


def conditions(relation: Relation, values: Values) -> str:
    """The conditions that are met, in words."""
    judged = {one[1] for one in atoms(relation.need)}
    met = [one for part in relation.when for one in atoms(part) if truth(one, values)]
    found = [one for one in met if one[1] not in judged]
    telling = [one for one in found if one[0] not in _SILENT] or found
    return " and ".join(dict.fromkeys(_condition(one, values) for one in telling))


def _condition(one: Formula, values: Values) -> str:
    verb, path, *rest = one
    if verb == "set":
        return f"'{path}' is set"
    if verb in ("unset", "unwritten"):
        return f"'{path}' is not set"
    if verb == "has":
        items = values.of(path).items or ()
        return f"'{path}' has {next(item for item in items if item in rest[0])}"
    if verb == "items_least":
        return f"'{path}' has elements"
    return f"'{path}' is {values.of(path).text}"


def _condition_names(relation: Relation) -> Iterator[str]:
    return (one[1] for part in relation.when for one in atoms(part))


def _first(values: Values, paths: Iterable[str]) -> Item | None:
    return next((item for path in paths if (item := values.of(path).item) is not None), None)


def _listed(names: list[str], word: str) -> str:
    quoted = [f"'{name}'" for name in names]
    return f"{', '.join(quoted[:-1])} {word} {quoted[-1]}" if len(quoted) > 1 else quoted[0]
