"""Options of rules as they are written on a command line: `aws-db-without-backup.days=30`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .registry import NOTHING, named
from .transform import Transform

Options = Mapping[str, Mapping[str, object]]
"""Options by rule and by name, as in the tables `[rules.NAME]` of tffix.toml."""


class OptionError(ValueError):
    """An option of a rule that cannot be set: which, and why."""


def read_options(given: Iterable[str], script: Mapping[str, type[Transform]] = NOTHING) -> Options:
    """The options that texts of the form RULE.KEY=VALUE set, each of the type that its rule declares; the
    last one of a name counts. Raises OptionError, and UnknownRuleError for a rule that does not exist."""
    found: dict[str, dict[str, object]] = {}
    for text in given:
        target, equals, value = text.partition("=")
        name, dot, key = target.strip().partition(".")
        if not (name and dot and key and equals):
            raise OptionError(f"--option {text}: write it as RULE.KEY=VALUE")
        rule = named(name, script)
        typed = _typed(value.strip(), rule.options.get(key))
        try:
            rule({key: typed})
        except ValueError as error:
            raise OptionError(f"--option {text}: {error}") from error
        found.setdefault(name, {})[key] = typed
    return found


def merged(one: Options, other: Options) -> Options:
    """The options of both; those of the other win."""
    return {name: {**one.get(name, {}), **other.get(name, {})} for name in {**one, **other}}


def _typed(text: str, default: object) -> object:
    """A text as a value like a default: TOML, but strings need no quotes, nor lists their brackets. What
    cannot be read so is left to the rule to refuse."""
    if isinstance(default, str):
        return text
    if isinstance(default, list) and not text.startswith("["):
        words = [word.strip() for word in text.split(",")]
        return [int(word) if word.isdecimal() else word for word in words if word]
    import tomllib

    try:
        found = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return found["value"] if len(found) == 1 else text


__all__ = ["OptionError", "Options", "merged", "read_options"]
