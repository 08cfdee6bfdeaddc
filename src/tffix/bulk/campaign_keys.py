"""The keys of campaign.toml: what each takes and what it is for. The file that `tffix migrate init` writes
and the JSON schema for editors are made from this."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..rules.registry import PROFILES

SCHEMA = "campaign.schema.json"
STRINGS = "a list of strings"
STRING = "a string"
NUMBER = "a whole number above 0"
TRUTH = "true or false"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it takes (one of the kinds above, or a tuple of the strings it may be), what it is for,
    and its default, which the file that is written for a start shows as a comment (``example`` if given)."""

    kind: str | tuple[str, ...]
    about: str
    default: Any = None
    example: Any = None

    @property
    def told(self) -> str:
        """What the key takes, in words."""
        return self.kind if isinstance(self.kind, str) else "one of " + ", ".join(self.kind)

    def takes(self, value: object) -> bool:
        """Whether a value is of its kind."""
        if isinstance(self.kind, tuple):
            return value in self.kind
        if self.kind == STRINGS:
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        if self.kind == NUMBER:
            return isinstance(value, int) and not isinstance(value, bool) and value > 0
        return isinstance(value, str if self.kind == STRING else bool)


_WHERE = {
    "folders": Key(STRINGS, "Folders in each repository to work on.", ["."]),
    "base": Key(STRING, "The branch to start from; empty: each repository's default branch.", ""),
}

TABLES: Mapping[str, Mapping[str, Key]] = {
    "": {
        "name": Key(STRING, "The name of the campaign.", "", "unique-names"),
        "branch": Key(STRING, "The branch to commit on; {name} is the campaign's name.", "tffix/{name}"),
    },
    "repositories": {
        "paths": Key(STRINGS, "Local repositories: paths and globs, from this file's folder.", [], ["../*"]),
        "urls": Key(STRINGS, "Repositories to clone.", [], ["https://git.example.com/platform/network.git"]),
        "list": Key(STRING, "A file with a path, glob or URL a line; # begins a comment.", "", "repos.txt"),
        "exclude": Key(STRINGS, "Names of repositories to skip; * and ? are wildcards.", [], ["*-archive"]),
        **_WHERE,
    },
    "repository": {
        "path": Key(STRING, "A local repository."),
        "url": Key(STRING, "A repository to clone."),
        **_WHERE,
    },
    "change": {
        "profile": Key(PROFILES, "The rules to run, by profile.", "deploy"),
        "select": Key(STRINGS, "The rules to run, by name.", [], ["aws-iam-name-not-unique"]),
        "ignore": Key(STRINGS, "Rules to leave out.", []),
        "script": Key(STRING, "A Python file with transforms of your own; they all run.", "", "rename.py"),
        "upgrade": Key(STRINGS, "Upgrades to make in place of rules of a profile.", [], ["aws@6"]),
        "prove": Key(
            TRUTH, "Push only what a plan, in `tffix migrate validate`, shows to do what it announces.", False
        ),
    },
    "commit": {
        "message": Key(
            STRING,
            "The message; may contain {name}, {repository}, {rules}, {fixes}, {files} and {summary}.",
            "{summary}\n\nMade by tffix migrate, campaign {name}.\n",
        ),
        "author": Key(
            STRING, "Who it is from; empty: as git is configured.", "", "Platform <platform@example.com>"
        ),
        "each": Key(
            ("repository", "rule"), "One commit for all changes of a repository, or for a rule.", "repository"
        ),
        "on-base-branch": Key(TRUTH, "Commit on the base branch itself, not on one of the campaign.", False),
        "allow-dirty": Key(TRUTH, "With on-base-branch: also where a working tree has changes.", False),
    },
    "limits": {
        "max-changes": Key(NUMBER, "Hold a repository back in which more files would change.", None, 50),
        "allow-replace": Key(TRUTH, "Also make fixes that replace resources which may be deployed.", False),
        "timeout": Key(NUMBER, "The longest time for a phase of one repository, in seconds.", 600),
        "memory": Key(NUMBER, "The most memory for a phase of one repository, in MiB.", 4096),
    },
    "validation": {
        "enabled": Key(TRUTH, "Push only what `tffix migrate validate` has found no worse.", False),
        "terraform": Key(STRING, "The program to validate with.", "", "tofu"),
    },
    "push": {
        "remote": Key(STRING, "The remote of local repositories to push to.", "origin"),
    },
}

ABOUT = {
    "repositories": "Where the change is to be made.",
    "change": "What is to be done: shipped rules or a script; [rules.NAME] has options, as in tffix.toml.",
    "commit": "How it is committed.",
    "limits": "What is too much.",
    "validation": "Terraform's own validation, offline; it needs a terraform or tofu program.",
    "push": "Nothing is pushed unless `tffix migrate push` is run.",
}
_LISTED = ("repository",)
"""Tables of which there may be many."""


def template(name: str) -> str:
    """A campaign.toml to begin with: every key, with its default or an example as a comment."""
    parts = ["# A bulk migration. `tffix migrate plan` shows what it would do; nothing is written by that.\n"]
    for table, keys in TABLES.items():
        if table in _LISTED:
            continue
        lines = [f"\n# {ABOUT[table]}\n[{table}]"] if table else []
        for key, entry in keys.items():
            value = entry.default if entry.example is None else entry.example
            known = {"name": name, "paths": ["."]}.get(key) if table in ("", "repositories") else None
            lines.append(f"# {entry.about}")
            lines.append(f"{key} = {_toml(known)}" if known else f"# {key} = {_toml(value)}")
        if table == "repositories":
            lines += _an_entry_of_its_own()
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)


def _an_entry_of_its_own() -> list[str]:
    return [
        "",
        "# A repository with folders or a base branch of its own:",
        "# [[repository]]",
        '# url = "https://git.example.com/platform/accounts.git"',
        '# folders = ["live"]',
    ]


def _toml(value: Any) -> str:
    return json.dumps(value)  # of strings, numbers, lists and booleans, TOML has the same form


def schema() -> dict[str, Any]:
    """The JSON schema of the file, for editors."""
    tables = {table: _schema_of(keys) for table, keys in TABLES.items() if table}
    for table, about in ABOUT.items():
        tables[table]["description"] = about
    top = _schema_of(TABLES[""])
    top["properties"] |= {name: one for name, one in tables.items() if name not in _LISTED}
    top["properties"]["repository"] = {"type": "array", "items": tables["repository"]}
    options = {"type": "object", "additionalProperties": {"type": "object"}}
    top["properties"]["rules"] = options | {"description": "Options of rules, by rule."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "campaign.toml of tffix migrate",
        **top,
        "required": ["name"],
    }


def schema_text() -> str:
    """The schema as the file in this folder has it; a test keeps that in step."""
    return json.dumps(schema(), indent=2) + "\n"


def _schema_of(keys: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _schema_of_key(key) for name, key in keys.items()},
    }


def _schema_of_key(key: Key) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        STRING: {"type": "string"},
        STRINGS: {"type": "array", "items": {"type": "string"}},
        NUMBER: {"type": "integer", "minimum": 1},
        TRUTH: {"type": "boolean"},
    }
    kind = kinds[key.kind] if isinstance(key.kind, str) else {"enum": list(key.kind)}
    known = {} if key.default is None else {"default": key.default}
    return {**kind, "description": key.about, **known}
