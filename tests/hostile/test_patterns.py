"""Patterns of .gitignore: matched as git does, and in linear time."""

import os
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tffix.terraform.ignoring import read_patterns, verdict

PIECES = [
    "a",
    "b",
    "ab",
    "é",
    ".",
    "*",
    "**",
    "?",
    "/",
    "[",
    "]",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-b]",
    "[b-a]",
    "-",
]
PIECES += [
    "\\",
    "!",
    " ",
    "#",
    "[[:alpha:]]",
    "[[:no:]]",
    "[]a]",
    "**/",
    "/**",
    "***",
    "\\*",
    ":",
    "^",
    "{a,b}",
]
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
NAMES = st.lists(
    st.sampled_from(["a", "b", "é", "-", ".", "]", "[", "!", "*", "\\", "#"]), min_size=1, max_size=3
)
PATHS = st.lists(
    NAMES.map("".join).filter(lambda name: name.strip(".") and name != ".git"), min_size=1, max_size=4
)


@pytest.fixture(scope="module")
def repositories(tmp_path_factory):
    """One in which no path is there, so that git takes it for a file, and one for folders."""
    folders = [tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("folders")]
    for folder in folders:
        subprocess.run(["git", "init", "-q", folder], check=True)
    return folders


def of_git(repository, text: str, paths: list[str]) -> set[str]:
    """The paths that git ignores by the patterns."""
    (repository / ".git" / "info" / "exclude").write_text(text, "utf-8")
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=repository,
        input=b"".join(os.fsencode(path) + b"\0" for path in paths),
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return {os.fsdecode(path) for path in done.stdout.split(b"\0") if path}


def of_tffix(text: str, path: str, is_folder: bool) -> bool:
    """The same for a path of which every folder is looked at before what is in it."""
    patterns = read_patterns(text)
    parts = path.split("/")
    steps = (("/".join(parts[:count]), count < len(parts) or is_folder) for count in range(1, len(parts) + 1))
    return any(verdict(patterns, step, is_inner) for step, is_inner in steps)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3), st.lists(PATHS, min_size=1, max_size=8), st.booleans())
@example(["[b-a]"], [["a"], ["b"]], False)
@example(["**/a/**/b/**"], [["a", "b", "c"], ["a", "x", "b", "c"], ["a", "b"]], False)
@example(["a/**/b"], [["a", "b"], ["a", "a", "b"], ["a", "a", "a", "b"]], False)
@example(["*a*b"], [["aab"], ["abab"], ["aba"]], False)
@example(["a/*", "!a/b"], [["a", "b"], ["a", "a"]], True)
def test_the_same_paths_as_git(repositories, lines, paths, are_folders):
    text, repository = "\n".join(lines), repositories[are_folders]
    asked = sorted({"/".join(parts) for parts in paths})
    for path in asked if are_folders else ():
        (repository / path).mkdir(parents=True, exist_ok=True)
    assert {path for path in asked if of_tffix(text, path, are_folders)} == of_git(repository, text, asked)


@pytest.mark.parametrize("count", [20, 2000])
def test_many_stars_take_linear_time(count):
    """Were a star looked at again for each place of the others, this would not end."""
    [pattern] = read_patterns("*a" * count + "b")
    assert not pattern.matches("a" * 4000, False)
    assert pattern.matches("a" * 4000 + "b", False)
    [pattern] = read_patterns("**/a/" * (count // 10) + "b")
    assert not pattern.matches("a/" * 2000 + "c", False)
    assert pattern.matches("a/" * 2000 + "b", False)


def test_mistakes_in_patterns_are_named():
    found = read_patterns("*.tf\n[z-a]\n[a\nx[[:no:]]\na\\\n")
    assert [(one.number, one.fault) for one in found if one.fault] == [
        (2, "the range z-a is empty"),
        (3, "'[' without ']'"),
        (4, "there is no class [:no:]"),
        (5, "nothing follows the backslash at its end"),
    ]
