"""What is deep or long beyond all reason is an error of one line, and nothing else is lost."""

import json
import os

import pytest

from tffix.engine.config import read_config
from tffix.engine.toml_text import ConfigError, read_toml
from tffix.engine.work import Task, _results
from tffix.projection import read, read_leniently
from tffix.terraform.discovery import Listing, find_modules
from tffix.terraform.project import read_project
from tffix.terraform.state import deployed_addresses
from tffix.validate.modules import installed_modules

DEEP = b"[" * 100_000 + b"]" * 100_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\n" + ".".join("k" * 50_000) + " = 1\n", "2:102: a key has more than 50 parts"),
        ("[" + ".".join("k" * 50_000) + "]\n", "1:103: a key has more than 50 parts"),
        ("a = " + "[" * 50_000, "1:55: values are nested more than 50 levels deep"),
        ("a = " + "{a = " * 50_000, "1:255: values are nested more than 50 levels deep"),
        ('"a" . "b" . ' * 30 + "c = 1", "1:305: a key has more than 50 parts"),
    ],
)
def test_deep_settings(tmp_path, text, told):
    path = tmp_path / "tffix.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        read_toml(str(path))
    assert str(error.value) == f"{path}:{told}"


def test_settings_that_are_long_but_not_deep(tmp_path):
    path = tmp_path / "tffix.toml"
    numbers = ", ".join(["1.5"] * 500)
    path.write_text(f'a = [{numbers}]\nb = """{"[." * 99}"""  # {"[." * 99}\n' + "[[c.d]]\ne.f = {}\n" * 99)
    assert len(read_toml(str(path))[1]["c"]["d"]) == 99
    path.write_text("#" * (2 << 20))
    with pytest.raises(OSError, match="larger than 1 MiB"):
        read_toml(str(path))


def test_patterns_of_settings_are_named_with_their_place(tmp_path):
    path = tmp_path / "tffix.toml"
    path.write_text('exclude = [\n  "a",\n  "[z-a]",\n]\n')
    with pytest.raises(
        ConfigError, match=r":3:3: the pattern '\[z-a\]' has a mistake: the range z-a is empty"
    ):
        read_config(str(path))


def test_deep_state(tmp_path):
    path = tmp_path / "terraform.tfstate"
    for data in (DEEP, b'{"values":' * 100_000):
        path.write_bytes(data)
        with pytest.raises(ValueError, match="neither a state file"):
            deployed_addresses(path)
    module: dict[str, object] = {"resources": [{"mode": "managed", "address": "a.b"}]}
    for _ in range(200):
        module = {"child_modules": [module]}
    path.write_text(json.dumps({"format_version": "1.0", "values": {"root_module": module}}))
    assert deployed_addresses(path) == {"a.b"}


def test_deep_json_of_modules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text('output "o" {\n  value = 1\n}\n')
    (tmp_path / "deep.tf.json").write_bytes(b'{"locals": {"a": ' + DEEP + b"}}")
    (tmp_path / "number.tf.json").write_text('{"locals": {"a": ' + "1" * 5000 + "}}")
    project = read_project(["."])
    assert [getattr(error, "path", None) for error in project.errors] == ["deep.tf.json"]
    assert sorted(project.modules["."].files) == ["main.tf", "number.tf.json"]
    assert read_leniently((tmp_path / "deep.tf.json").read_bytes(), "deep.tf.json") is None
    listing = tmp_path / ".terraform" / "modules" / "modules.json"
    listing.parent.mkdir(parents=True)
    listing.write_bytes(DEEP)
    assert installed_modules(tmp_path) == {}


@pytest.mark.parametrize("shape", ['{"a": %s}', "[%s]", '{"resource": {"a": {"b": %s}}}'])
def test_json_as_deep_as_is_allowed(shape):
    """The limit is low enough for all that is done with a tree."""
    for levels in range(150, 220, 7):
        text = "1"
        while text.count("[") + text.count("{") < levels:
            text = shape % text
        try:
            file = read(f'{{"locals": {{"x": {text}}}}}'.encode(), "a.tf.json")
        except ValueError as error:
            assert "nested" in str(error)
        else:
            assert file is not None and file.text


# -- processes -------------------------------------------------------------------------------------------


class Fatal(Task):
    """A task that ends its process at one of the modules, as a parser that runs out of stack would."""

    def run(self, component, decide=None):
        if "bad" in component:
            os.kill(os.getpid(), 9)
        return super().run(component, decide)


@pytest.mark.parametrize("forks", [True, False])
def test_a_module_that_ends_a_process_costs_itself_only(tmp_path, monkeypatch, forks):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tffix.engine.work.FORKS", forks)
    for name in ("a", "bad", "c", "d"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text('output "o" {\n  value = 1\n}\n')
    found = find_modules(["."])
    batches: list[list[dict[str, Listing]]] = [
        [{one: found[one]} for one in pair] for pair in ("a", ["bad", "c"], "d")
    ]
    results = list(_results(Fatal(False, (), ()), batches, 2))
    assert [result.files for result in results] == [1, 1, 1]
    errors = [str(error) for result in results for error in result.errors]
    assert errors == ["bad/main.tf: cannot be checked: the process that looked at this module was ended"]
