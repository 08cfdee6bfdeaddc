"""Which version of a provider a program is written for, from the packages that it asks for.

Read are the files beside the program, or in the nearest folder above that has any. Where they do not tell,
any version may be in use.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from ...facts import schemas as facts
from ...facts.versions import InvalidConstraintError, Version
from ...files import read_text
from ...json_data import read_json
from . import names

FILES = (
    "requirements.txt",
    "Pipfile",
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "Pipfile.lock",
    "poetry.lock",
    "uv.lock",
    "cdktf.json",
)
_FOLDERS = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def constraints(package: str, provider: str, path: str) -> str:
    """What a program asks of a provider, as a constraint; empty where there is nothing to say."""
    known = facts.versions(f"hashicorp/{provider.replace('_', '-')}")
    if not known:
        return ""
    if "imports." in f"{package}.":
        return _of_configuration(provider, path) or _any_of(known)
    suffix = package.replace("_", "-").rpartition("provider-")[2]
    old, new = f"cdktf-cdktf-provider-{suffix}", f"cdktn-provider-{suffix}"
    made = [*names.package_versions(old), *names.package_versions(new)]  # one numbering goes on in the other
    made.sort(key=lambda one: _numbers(one[0]))
    is_new = package.startswith("cdktn")
    return _between(_asked(new if is_new else old, path) or ("99" if is_new else ""), made, known)


def _between(asked: str, made: list[tuple[str, str]], known: tuple[str, ...]) -> str:
    """The versions of the provider between those of the nearest known packages."""
    if not asked or not made:
        return _any_of(known)
    numbers = _numbers(asked)
    same = [of for version, of in made if _numbers(version)[0] == numbers[0]]
    if same:
        return f"~> {_numbers(same[-1])[0]}.0"
    below = [of for version, of in made if _numbers(version) < numbers]
    above = [of for version, of in made if _numbers(version) > numbers]
    if not below:
        return f"< {above[0]}"
    return _open(below[-1], above[0]) if above else f">= {below[-1]}"


def _numbers(version: str) -> tuple[int, ...]:
    return Version.parse(_three(version)).numbers


def _open(low: str, high: str) -> str:
    return f"> {low}, < {high}"


def _any_of(known: tuple[str, ...]) -> str:
    between = "".join(f", != {version}" for version in known[1:-1])
    return _open(known[-1], known[0]) + between if len(known) > 1 else ""


def _of_configuration(provider: str, path: str) -> str:
    """The constraint of a provider in the ``terraformProviders`` of cdktf.json."""
    text = texts(path).get("cdktf.json", "")
    try:
        listed = read_json(text).get("terraformProviders", []) if text else []
    except (ValueError, AttributeError):
        return ""
    for one in listed if isinstance(listed, list) else []:
        name, version = one, ""
        if isinstance(one, str):
            name, _, version = one.partition("@")
        elif isinstance(one, dict):
            name, version = str(one.get("source") or one.get("name")), str(one.get("version") or "")
        if isinstance(name, str) and name.rpartition("/")[2] == provider and version.strip():
            return version.strip() if _is_constraint(version) else ""
    return ""


def _is_constraint(text: str) -> bool:
    from ...facts.versions import Constraint

    try:
        Constraint.parse(text)
    except InvalidConstraintError:
        return False
    return True


def _asked(package: str, path: str) -> str:
    """The version of a package that is asked for, or the least one."""
    word = re.compile(
        re.escape(package).replace(r"\-", "[-_.]")
        + r"(?![\w-])[\"']?\s*(?:\[[^\]]*\])?(?P<rest>[^\n]*(?:\n[^\n]*version[^\n]*)?)",
        re.I,
    )
    for text in texts(path).values():
        for match in word.finditer(text):
            number = _NUMBER.search(match["rest"])
            if number:
                return _three(number[0])
    return ""


def _three(text: str) -> str:
    return ".".join([*text.split("."), "0", "0"][:3])


def texts(path: str) -> dict[str, str]:
    """The files that say what a program needs, by name."""
    return _texts(os.path.dirname(os.path.abspath(path)))


@lru_cache(maxsize=256)
def _texts(here: str) -> dict[str, str]:
    for _ in range(_FOLDERS):
        found: dict[str, str] = {}
        for name in FILES:
            try:
                text = read_text(os.path.join(here, name))
            except OSError:
                continue
            if name == "cdktf.json" or "cdkt" in text:
                found[name] = text
        if found:
            return found
        if os.path.exists(os.path.join(here, ".git")):
            break
        here = os.path.dirname(here)
    return {}
