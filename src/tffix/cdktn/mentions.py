"""Where a file names packages with their version ranges: requirement files, setup.py, setup.cfg, TOML."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from .toml_values import Value, values

_RANGE = r"(?:[~=<>!^]=?=?[ \t]*v?[\w.*]+(?:[ \t]*,[ \t]*)?)*"
_REQUIREMENT = re.compile(
    rf"[ \t]*(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[ \t]*(?:\[[^\]]*\])?[ \t]*\(?(?P<range>{_RANGE})\)?"
    r"[ \t]*(?P<rest>[^\r\n]*)"
)
_REQUIREMENT_FILE = re.compile(r"(^|.*[-_.])(requirements|constraints)([-_.].*)?\.(txt|in|pip)$")
_LISTS = re.compile(
    r"project\.(dependencies|optional-dependencies\b.*)|dependency-groups\..*|build-system\.requires"
    r"|tool\.uv\.[\w-]*dependencies|tool\.pdm\.dev-dependencies\..*|tool\.hatch\.envs\..*dependencies"
)
_POETRY = re.compile(r"tool\.poetry\.(group\.[^.]+\.)?(dev-)?dependencies$")
_NOT_PACKAGES = {"source", "requires", "scripts", "pipenv", "pipfile"}
_PLACES = {"git", "path", "url", "file"}
_SETUP = {"install_requires", "extras_require", "setup_requires", "tests_require"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A package's name at ``at``, and its version range (maybe empty) at ``range_at``. ``unclear`` says why
    the range is not all that picks the version."""

    name: str
    at: int
    range: str
    range_at: int
    unclear: str = ""


def is_manifest(path: str) -> bool:
    """Whether mentions are looked for in a file of this name."""
    pure = PurePosixPath(path)
    if is_toml(path) or pure.name in {"setup.py", "setup.cfg"}:
        return True
    return bool(_REQUIREMENT_FILE.match(pure.name)) or (
        pure.parent.name in {"requirements", "constraints"} and pure.suffix in {".txt", ".in"}
    )


def is_toml(path: str) -> bool:
    """Whether a file that requires packages is TOML."""
    return PurePosixPath(path).name in {"pyproject.toml", "Pipfile"}


def mentions(text: str, path: str) -> Iterator[Mention]:
    """All packages that a file requires. Raises SyntaxError for a setup.py that cannot be parsed."""
    name = PurePosixPath(path).name
    if name == "setup.py":
        return _setup_py(text)
    if name == "setup.cfg":
        return _setup_cfg(text)
    if is_toml(path):
        return (found for value in values(text) for found in _toml(value, name == "Pipfile"))
    return _lines(text)


def requirement(text: str, at: int) -> Mention | None:
    """The requirement that a text is, which stands at ``at``."""
    found = _REQUIREMENT.match(text)
    if found is None:
        return None
    rest = found["rest"].partition("#")[0].strip()
    unclear = "" if not rest or rest.startswith((";", "\\")) else rest
    if "--hash" in rest:
        unclear = "--hash"
    return Mention(
        found["name"], at + found.start("name"), found["range"], at + found.start("range"), unclear
    )


def _lines(text: str) -> Iterator[Mention]:
    for line in re.finditer(r"^(?![ \t]*[#-])(?:\\\r?\n|[^\n])*", text, re.M):
        found = requirement(line[0], line.start()) if line[0].strip() else None
        if found:
            hashed = "--hash" in line[0]
            yield Mention(
                found.name, found.at, found.range, found.range_at, "--hash" if hashed else found.unclear
            )


def _setup_cfg(text: str) -> Iterator[Mention]:
    section = key = ""
    at = 0
    for line in text.splitlines(keepends=True):
        header = re.match(r"\[([^\]]+)\]", line)
        entry = re.match(r"([\w.-]+)[ \t]*[=:]", line)
        start = 0
        if header:
            section, key = header[1], ""
        elif entry:
            key, start = entry[1], entry.end()
        is_listed = (section == "options" and key in _SETUP) or section == "options.extras_require"
        if is_listed and not header and line[start:].strip() and not line.lstrip().startswith("#"):
            found = requirement(line[start:], at + start)
            if found:
                yield found
        at += len(line)


def _setup_py(text: str) -> Iterator[Mention]:
    starts = [0]
    for line in text.encode("utf-8").splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    encoded = text.encode("utf-8")
    try:
        tree = ast.parse(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(f"it cannot be parsed ({type(error).__name__})") from None
    for constant in _requirement_strings(tree):
        at = len(encoded[: starts[constant.lineno - 1] + constant.col_offset].decode("utf-8"))
        quotes = re.match(r"(\"\"\"|'''|\"|')", text[at:])
        inside = at + len(quotes[0]) if quotes else at
        if quotes and text.startswith(str(constant.value), inside):
            found = requirement(str(constant.value), inside)
            if found:
                yield found


def _requirement_strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings in the keywords of `setup` that take requirements, and in variables that these name."""
    given = [word.value for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
             if word.arg in _SETUP]  # fmt: skip
    named = {name.id for value in given for name in ast.walk(value) if isinstance(name, ast.Name)} | _SETUP
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets = {one.id for one in node.targets if isinstance(one, ast.Name)}
            if targets & named:
                given.append(node.value)
    for value in given:
        for found in ast.walk(value):
            if isinstance(found, ast.Constant) and isinstance(found.value, str):
                yield found


def _toml(value: Value, is_pipfile: bool) -> Iterator[Mention]:
    path = f"{value.table}.{value.key}".strip(".")
    if not is_pipfile and _LISTS.fullmatch(path):
        found = requirement(value.text, value.at)
        if found:
            yield found
        return
    table, _, last = value.table.rpartition(".")
    if _is_packages(value.table, is_pipfile):
        name, _, detail = value.key.partition(".")  # name.version = "…" is name = {version = "…"}
        detail = detail or value.inner
        if detail in ("", "version"):
            yield Mention(name, value.key_at, value.text, value.at)
        elif detail in _PLACES:
            yield Mention(name, value.key_at, "", value.at, f"{detail} = '{value.text}'")
    elif _is_packages(table, is_pipfile) and value.key == "version":
        yield Mention(last, value.table_at + len(table) + 1, value.text, value.at)


def _is_packages(table: str, is_pipfile: bool) -> bool:
    if is_pipfile:
        return bool(table) and "." not in table and table not in _NOT_PACKAGES
    return bool(_POETRY.match(table))


__all__ = ["Mention", "is_manifest", "is_toml", "mentions", "requirement"]
