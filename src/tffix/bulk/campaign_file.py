"""Reads campaign.toml, or makes the campaign of a script alone."""

from __future__ import annotations

import os
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..engine.toml_text import ConfigError, place, read_toml
from ..rules.options import merged, read_options
from ..rules.registry import NOTHING, UnknownRuleError, in_profile, named
from ..rules.script import Script, ScriptError
from ..rules.transform import Transform
from ..upgrade.request import Upgrades, asked_upgrades, read_answers
from ..urls import is_url
from ..user_error import UserError
from .campaign import Campaign, Origin, Recipe
from .campaign_keys import TABLES, Key

NAME = "campaign.toml"
FIELDS = ("name", "repository", "rules", "fixes", "files", "summary")
"""What a commit message may hold in braces."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MOST_BYTES = 64 << 20


def read_campaign(path: str, script: str = "", options: Iterable[str] = ()) -> Campaign:
    """The campaign of a file. ``script``: a migration script to run in the place of what it names.
    ``options``: those of rules to set beside its own, as on the command line. Raises ConfigError with the
    line of a mistake, OptionError, and OSError if it cannot be read."""
    text, content = read_toml(path, _MOST_BYTES)  # it is the user's own
    return _with_options(_Reading(path, text, script).campaign(content), options)


def scripted_campaign(script: str, paths: Sequence[str], options: Iterable[str] = ()) -> Campaign:
    """The campaign that a script alone makes, over local repositories. Raises ScriptError, OptionError, or
    OSError."""
    own = Script.read(script)
    settings = {table: _defaults(table) for table in TABLES}
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", Path(script).stem).strip("-.") or "script"
    alone = Campaign(
        name,
        Path.cwd(),
        str(settings[""]["branch"]).replace("{name}", name),
        (Origin(tuple(paths) or (".",), (".",), ""),),
        (),
        Recipe(tuple(own.transforms), {}, own, named=tuple(own.transforms)),
        str(settings["commit"]["message"]),
    )
    return _with_options(alone, options)


def _with_options(campaign: Campaign, given: Iterable[str]) -> Campaign:
    recipe = campaign.recipe
    script = recipe.script.transforms if recipe.script else NOTHING
    options = merged(recipe.options, read_options(given, script))
    return replace(campaign, recipe=replace(recipe, options=options))


def _defaults(table: str) -> dict[str, Any]:
    return {name: key.default for name, key in TABLES[table].items()}


class _Reading:
    """Checks the content of one file."""

    def __init__(self, path: str, text: str, script: str) -> None:
        self.path = path
        self.text = text
        self.script = script
        self.directory = Path(os.path.abspath(path)).parent

    def campaign(self, content: dict[str, Any]) -> Campaign:
        tables = {one for one in TABLES if one} | {"rules"}
        top = self.table({key: value for key, value in content.items() if key not in tables}, "", ())
        for table in tables & content.keys():
            self.check_table(content[table], table)
        parts = {
            one: self.table(content.get(one, {}), one, (one,)) for one in tables - {"rules", "repository"}
        }
        name = self.name(top["name"])
        commit, limits, validation = parts["commit"], parts["limits"], parts["validation"]
        where = parts["repositories"]
        self.check_message(commit["message"])
        self.check_author(commit["author"])
        return Campaign(
            name,
            self.directory,
            self.branch(top["branch"], name),
            (self.source(where), *self.single_sources(content.get("repository", []))),
            tuple(where["exclude"]),
            self.recipe(parts["change"], content.get("rules", {}), commit, limits),
            commit["message"],
            commit["author"],
            commit["on-base-branch"],
            commit["allow-dirty"],
            limits["max-changes"],
            limits["timeout"],
            limits["memory"],
            validation["enabled"],
            validation["terraform"],
            parts["push"]["remote"],
            parts["change"]["prove"],
        )

    # -- tables ------------------------------------------------------------------------------------------

    def check_table(self, value: object, table: str) -> None:
        if table == "repository":
            if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
                raise self.error("'repository' is a list of tables: write [[repository]]", (), table)
        elif not isinstance(value, dict):
            raise self.error(f"'{table}' is a table: write [{table}]", (), table)

    def table(self, content: Mapping[str, Any], table: str, at: tuple[str, ...]) -> dict[str, Any]:
        """A table's values, defaults where it has none."""
        known = TABLES[table]
        for key, value in content.items():
            if key not in known:
                names = [*known, *(one for one in (*TABLES, "rules") if one and not table)]
                near = get_close_matches(key, names, 1, 0.5)
                hint = f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(names)}"
                is_table = not table and isinstance(value, dict)
                raise self.error(f"unknown key '{key}'; {hint}", (key,) if is_table else at, key)
            entry: Key = known[key]
            if not entry.takes(value):
                raise self.error(f"'{key}' must be {entry.told}", at, key)
        return _defaults(table) | dict(content)

    # -- values ------------------------------------------------------------------------------------------

    def name(self, name: str) -> str:
        if not name:
            raise self.error('the campaign needs a name: name = "…"', (), "")
        if not _NAME.fullmatch(name):
            told = "a name is of letters, digits, '.', '_' and '-', as it names branches and files"
            raise self.error(told, (), "name")
        return name

    def branch(self, branch: str, name: str) -> str:
        branch = branch.replace("{name}", name)
        # The rules of git-check-ref-format that a person may run into.
        bad = re.search(r"[\s~^:?*\[\\\x00-\x1f]|\.\.|@\{|//|^[-/]|[/.]$|\.lock$|^$", branch)
        if bad:
            raise self.error(f"'{branch}' cannot be the name of a branch", (), "branch")
        return branch

    def check_message(self, message: str) -> None:
        try:
            parts = [part for part in string.Formatter().parse(message) if part[1] is not None]
        except ValueError as error:
            raise self.error(f"'message': {error}; write {{{{ for a brace", ("commit",), "message") from error
        for _, name, form, conversion in parts:
            if name not in FIELDS or form or conversion:
                told = f"'message' contains {{{name}}}; there are {', '.join(f'{{{one}}}' for one in FIELDS)}"
                raise self.error(told, ("commit",), "message")
        if not message.strip():
            raise self.error("'message' is empty", ("commit",), "message")

    def check_author(self, author: str) -> None:
        if author and not re.fullmatch(r"[^<>\n]*\S\s*<[^<>\s]+>", author):
            raise self.error("'author' must be of the form: Name <address>", ("commit",), "author")

    def source(self, where: Mapping[str, Any]) -> Origin:
        entries = [*where["paths"], *where["urls"]]
        if where["list"]:
            file = self.directory / where["list"]
            try:
                lines = file.read_text("utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                why = error.strerror if isinstance(error, OSError) else "not UTF-8"
                raise self.error(f"{file}: {why}", ("repositories",), "list") from error
            # Lines are relative to the file that they are in.
            below = os.path.dirname(where["list"])
            told = (line.partition("#")[0].strip() for line in lines)
            entries += [one if is_url(one) else os.path.join(below, one) for one in told if one]
        return Origin(tuple(entries), self.folders(where, ("repositories",)), where["base"])

    def single_sources(self, tables: list[dict[str, Any]]) -> list[Origin]:
        found = []
        for number, content in enumerate(tables):
            at = ("repository", str(number))
            where = self.table(content, "repository", at)
            if (where["path"] is None) == (where["url"] is None):
                raise self.error("a [[repository]] needs either 'path' or 'url'", at, "")
            found.append(Origin((where["path"] or where["url"],), self.folders(where, at), where["base"]))
        return found

    def folders(self, where: Mapping[str, Any], at: tuple[str, ...]) -> tuple[str, ...]:
        for folder in where["folders"]:
            if os.path.isabs(folder) or ".." in Path(folder).parts:
                raise self.error("a folder is a path within the repository", at, "folders", folder)
        return tuple(where["folders"]) or (".",)

    # -- what is to be done ------------------------------------------------------------------------------

    def recipe(
        self,
        change: Mapping[str, Any],
        options: Mapping[str, Any],
        commit: Mapping[str, Any],
        limits: Mapping[str, Any],
    ) -> Recipe:
        script = self.read_script(self.script or change["script"])
        own = script.transforms if script else NOTHING
        upgrades = self.upgrades(change["upgrade"])
        if upgrades is not None:
            own = {**own, **upgrades.transforms}
        rules = self.rules(change, own)
        for name, values in options.items():
            self.check_options(name, values, own)
        each = commit["each"]
        by_name = tuple(one for one in rules if one in own or one in change["select"])
        # What an upgrade moves is told to Terraform, so that nothing is replaced.
        may_replace = limits["allow-replace"] or upgrades is not None
        return Recipe(rules, options, script, may_replace, each == "rule", by_name, upgrades)

    def upgrades(self, names: Sequence[str]) -> Upgrades | None:
        if not names or self.script:
            return None  # a script that is given is run alone
        for name in names:
            try:
                asked_upgrades([name], (), {})
            except UserError as error:
                raise self.error(str(error), ("change",), "upgrade", name) from error
        answers = read_answers(str(self.directory / "upgrade.toml"))
        return asked_upgrades(names, (), answers)

    def read_script(self, path: str) -> Script | None:
        if not path:
            return None
        try:
            return Script.read(path if self.script else str(self.directory / path))
        except OSError as error:
            raise self.error(f"{path}: {error.strerror}", ("change",), "script") from error
        except ScriptError as error:
            raise self.error(str(error), ("change",), "script") from error

    def rules(self, change: Mapping[str, Any], own: Mapping[str, type[Transform]]) -> tuple[str, ...]:
        """The rules to run: those of the script and those named; else those of the profile."""
        for key in ("select", "ignore"):
            for name in change[key]:
                try:
                    named(name, own)
                except UnknownRuleError as error:
                    raise self.error(str(error), ("change",), key, name) from error
        selected = () if self.script else change["select"]  # a script that is given is run alone
        chosen = (*own, *selected) or in_profile(change["profile"])
        left = tuple(sorted({*chosen} - {*change["ignore"]}))
        if not left:
            raise self.error("no rule is left to run", ("change",), "ignore")
        return left

    def check_options(self, name: str, values: object, own: Mapping[str, type[Transform]]) -> None:
        if not isinstance(values, dict):
            raise self.error(f"[rules.{name}] is a table of options", ("rules", name), "")
        try:
            rule = named(name, own)
        except UnknownRuleError as error:
            raise self.error(str(error), ("rules", name), "") from error
        for option, value in values.items():
            try:
                rule({option: value})
            except ValueError as error:
                raise self.error(str(error), ("rules", name), option) from error

    def error(self, message: str, table: tuple[str, ...], key: str, value: str = "") -> ConfigError:
        return ConfigError(message, self.path, *place(self.text, table, key, value))
