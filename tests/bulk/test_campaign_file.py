"""campaign.toml: what it takes, and where it says a mistake is."""

import json
import re
import tomllib
from pathlib import Path

import pytest

import tffix.bulk
from tffix.bulk.campaign_file import read_campaign, scripted_campaign
from tffix.bulk.campaign_keys import SCHEMA, TABLES, schema_text, template
from tffix.bulk.jobs import CampaignSettings
from tffix.engine.toml_text import ConfigError
from tffix.rules.options import OptionError

from .conftest import SCRIPT


@pytest.fixture
def read(tmp_path):
    def read(text: str, **more):
        path = tmp_path / "campaign.toml"
        path.write_text(text)
        return read_campaign(str(path), **more)

    return read


def test_the_schema_that_is_shipped_is_that_of_the_keys():
    """`python -c 'from tffix.bulk.campaign_keys import *; print(schema_text(), end="")'` writes it."""
    shipped = Path(tffix.bulk.__file__).with_name(SCHEMA)
    assert shipped.read_text() == schema_text()


def test_the_schema_takes_what_is_written_for_a_start():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(template("a")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"name": "a", "limits": {"timeout": 0}}, schema)


def test_the_file_for_a_start_can_be_read_with_every_key(read, tmp_path):
    campaign = read(template("a"))
    assert (campaign.name, campaign.branch, campaign.timeout) == ("a", "tffix/a", 600)
    (tmp_path / "repos.txt").write_text("# none yet\n\n../here # a path\nssh://git@h.example/x.git\n")
    (tmp_path / "rename.py").write_text(SCRIPT)
    text = template("a").replace("# [[repository]]", "[[repository]]")
    lines = (
        line.removeprefix("# ") if re.match(r"# [\w-]+ = ", line) else line for line in text.splitlines()
    )
    campaign = read("\n".join(lines))
    assert campaign.sources[0].entries[-2:] == ("../here", "ssh://git@h.example/x.git")
    assert campaign.recipe.script is not None


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, 'the campaign needs a name: name = "…"'),
        ('name = "a"\nbranch = "x y"', 2, "'x y' cannot be the name of a branch"),
        ('name = "a/b"', 1, "a name is of letters"),
        ('name = "a"\n[limit]\n', 2, "unknown key 'limit'; did you mean 'limits'?"),
        ('name = "a"\n[limits]\ntimout = 3', 3, "unknown key 'timout'; did you mean 'timeout'?"),
        ('name = "a"\n[limits]\n\ntimeout = 0', 4, "'timeout' must be a whole number above 0"),
        ('name = "a"\n[change]\nselect = ["no-rule"]', 3, "no-rule"),
        ('name = "a"\n[change]\nscript = "gone.py"', 3, "gone.py: No such file or directory"),
        ('name = "a"\n[commit]\nmessage = "{what}"', 3, "'message' contains {what}; there are {name}"),
        ('name = "a"\n[commit]\nmessage = "{fixes:d}"', 3, "'message' contains {fixes}"),
        ('name = "a"\n[commit]\nmessage = "{"', 3, "write {{ for a brace"),
        ('name = "a"\n[commit]\nauthor = "me"', 3, "'author' must be of the form"),
        ('name = "a"\n[commit]\neach = "file"', 3, "'each' must be one of repository, rule"),
        ('name = "a"\n[repositories]\nlist = "gone.txt"', 3, "gone.txt: No such file or directory"),
        ('name = "a"\n[repositories]\nfolders = [\n  "a",\n  "../b",\n]', 5, "a path within the repository"),
        ('name = "a"\n[[repository]]\npath = "a"\n[[repository]]\nbase = "b"', 4, "needs either 'path' or"),
        ('name = "a"\n[rules.aws-iam-name-not-unique]\nno = 1', 3, "no"),
        ('name = "a"\nname = "b"', 2, ""),
    ],
)
def test_a_mistake_is_named_by_its_line(read, text, line, told):
    with pytest.raises(ConfigError) as raised:
        read(text)
    assert (raised.value.line, told in raised.value.message) == (line, True), raised.value


def test_a_script_that_is_given_is_run_alone(read, tmp_path):
    script = tmp_path / "rename.py"
    script.write_text(SCRIPT)
    text = 'name = "a"\n[change]\nselect = ["aws-iam-name-not-unique"]\nscript = "rename.py"\n'
    assert read(text).recipe.rules == ("aws-iam-name-not-unique", "old-name", "owner-missing")
    assert read(text, script=str(script)).recipe.rules == ("old-name", "owner-missing")
    alone = scripted_campaign(str(script), ["a*"])
    assert (alone.name, alone.branch, alone.recipe.rules) == (
        "rename",
        "tffix/rename",
        ("old-name", "owner-missing"),
    )
    assert CampaignSettings.of(alone, 1, "s").name == "rename"


def test_options_that_are_given_win_over_those_of_the_file(read):
    text = 'name = "a"\n[rules.aws-db-without-backup]\ndays = 14\n'
    given = read(text, options=["aws-db-without-backup.days=30"])
    assert given.recipe.options == {"aws-db-without-backup": {"days": 30}}
    assert given.recipe.fingerprint != read(text).recipe.fingerprint
    with pytest.raises(OptionError, match="must be a number"):
        read(text, options=["aws-db-without-backup.days=x"])


def test_every_key_is_read(read):
    """A key that the schema names and nothing reads would be a promise that is not kept."""
    changed = {
        "branch": '"b"',
        "commit.each": '"rule"',
        "change.profile": '"security"',
        "change.upgrade": '["aws@6"]',
        "commit.author": '"A <a@b>"',
        "commit.message": '"m"',
    }
    base = read('name = "a"\n')
    for table, keys in TABLES.items():
        for key, entry in keys.items():
            if table in ("repository", "repositories") or key in ("name", "select", "ignore", "script"):
                continue
            known = "7" if "number" in entry.told else '"x"'
            if isinstance(entry.default, bool):
                known = "false" if entry.default else "true"
            value = changed.get(f"{table}.{key}" if table else key, known)
            header = f"[{table}]\n" if table else ""
            assert read(f'name = "a"\n{header}{key} = {value}\n') != base, key
