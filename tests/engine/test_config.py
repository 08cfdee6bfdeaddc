"""tffix.toml read by itself: what it means for paths, and that the documentation's example is one."""

import os
import re
from pathlib import Path

import pytest

from tffix.engine.config import Config, Override, find_config, read_config
from tffix.engine.toml_text import ConfigError
from tffix.rules.registry import transforms

DOCUMENTED = Path(__file__).parents[2] / "docs" / "configuration.md"


def config(**settings) -> Config:
    return Config(str(Path.cwd()), **settings)


def test_the_example_in_the_documentation(tmp_path):
    example = re.search(r"```toml\n(.*?)```", DOCUMENTED.read_text(), re.DOTALL)
    path = tmp_path / "tffix.toml"
    assert example
    path.write_text(example.group(1))
    read = read_config(str(path))
    assert read.exclude == ("examples/", "generated_*.tf")
    assert set(read.select or ()) <= set(transforms())
    assert read.overrides[0].paths == ("modules/legacy/**",)


@pytest.mark.parametrize(
    ("patterns", "path", "is_left_out"),
    [
        (("examples/",), "examples/a/main.tf", True),
        (("examples/",), "my/examples/main.tf", True),
        (("/examples/",), "my/examples/main.tf", False),
        (("*.generated.tf",), "a/x.generated.tf", True),
        (("*", "!keep.tf"), "keep.tf", False),
        (("a",), "../a/main.tf", False),
        (("a",), "b/../a/main.tf", True),
        ((), "main.tf", False),
    ],
)
def test_patterns_are_those_of_gitignore(patterns, path, is_left_out):
    assert config(exclude=patterns).excludes(path) is is_left_out


def test_overrides():
    settings = config(overrides=(Override(("a/**",), ignore=("r",)), Override(("b/",), select=("s",))))
    ignored = [(rule, path) for rule in "rs" for path in ("a/x.tf", "b/x.tf", "x.tf")]
    assert [one for one in ignored if settings.ignores(*one)] == [("r", "a/x.tf"), ("r", "b/x.tf")]


def test_the_nearest_one_is_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "tffix.toml").touch()
    assert find_config("a/b") == "tffix.toml"
    (tmp_path / "a/tffix.toml").touch()
    assert find_config("a/b") == os.path.join("a", "tffix.toml")
    assert find_config(".") == "tffix.toml"


def test_a_file_that_is_not_utf_8(tmp_path):
    path = tmp_path / "tffix.toml"
    path.write_bytes(b"\n# caf\xe9\n")
    with pytest.raises(ConfigError, match=r":2:1: not UTF-8"):
        read_config(str(path))
