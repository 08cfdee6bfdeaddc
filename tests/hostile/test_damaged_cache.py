"""The user's cache of provider schemas: damaged, old, unreadable or nowhere, it stops nothing."""

import json
import os
import pwd
import sqlite3

import pytest

from tffix.facts import database, schemas, tables
from tffix.facts.user_cache import update_from

ADDRESS = "registry.terraform.io/hashicorp/aws"
GOOD = {"block": {"attributes": {"a": {"type": "string", "optional": True}}}}


def output(**resources):
    return json.dumps(
        {"format_version": "1.0", "provider_schemas": {ADDRESS: {"resource_schemas": resources}}}
    ).encode()


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    schemas.forget()
    yield tmp_path / "tffix" / "schemas.sqlite"
    schemas.forget()


def damaged(file):
    file.write_bytes(b"SQLite format 3\0" + b"x" * 5000)


def empty(file):
    file.write_bytes(b"")


def old(file):
    file.unlink()
    cache = sqlite3.connect(file)
    cache.execute("CREATE TABLE provider (id, name)")
    cache.commit()
    cache.close()


def torn(file):
    file.write_bytes(file.read_bytes()[:-5000])


@pytest.mark.parametrize("spoil", [damaged, empty, old, torn])
def test_a_cache_that_cannot_be_used_is_set_aside_and_made_anew(file, capsys, spoil):
    update_from(output(aws_x=GOOD), {ADDRESS: "1.2.3"})
    spoil(file)
    schemas.forget()
    assert schemas.schema("hashicorp/aws", "1.2.3", "resource", "aws_x") is None
    assert "1.2.3" not in schemas.versions("hashicorp/aws")
    told = capsys.readouterr().err
    assert told.startswith(f"tffix: {file} cannot be used (")
    assert told.endswith("renamed to schemas.sqlite.unusable; run `tffix facts update` to make it anew\n")
    assert told.count("\n") == 1
    update_from(output(aws_x=GOOD), {ADDRESS: "1.2.3"})
    assert schemas.schema("hashicorp/aws", "1.2.3", "resource", "aws_x") is not None


def test_a_damaged_body(file, capsys):
    update_from(output(aws_x=GOOD), {ADDRESS: "1.2.3"})
    cache = sqlite3.connect(file)
    cache.execute("UPDATE body SET json = x'00112233'")
    cache.commit()
    cache.close()
    schemas.forget()
    assert schemas.schema("hashicorp/aws", "1.2.3", "resource", "aws_x") is None
    assert "schemas.sqlite.unusable" in capsys.readouterr().err


@pytest.fixture
def nobody(monkeypatch):
    """A user without a home and without an entry in passwd."""

    def unknown(number):
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("environment", [{}, {"XDG_CACHE_HOME": "relative"}, {"HOME": "here"}])
def test_no_folder_for_a_cache(nobody, monkeypatch, environment):
    """None of these is taken for a folder in the working directory, which may be a repository."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert database.user_file() is None
    schemas.forget()
    assert list(database.stores()) == ["embedded"]
    with pytest.raises(ValueError, match="set XDG_CACHE_HOME"):
        update_from(output(aws_x=GOOD), {ADDRESS: "1.2.3"})
    schemas.forget()


def test_a_home_that_is_none(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    schemas.forget()
    assert list(database.stores()) == ["embedded"]
    schemas.forget()


def test_a_cache_that_may_not_be_read(file, monkeypatch, capsys):
    update_from(output(aws_x=GOOD), {ADDRESS: "1.2.3"})
    schemas.forget()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert list(database.stores()) == ["embedded"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ([], "aws_x: an object is expected here, not []"),
        ({"block": 1}, "aws_x.block: an object is expected here, not 1"),
        ({"block": {"attributes": []}}, "aws_x.attributes: an object is expected here, not []"),
        ({"block": {"attributes": {"a": 1}}}, "aws_x.a: an object is expected here, not 1"),
        ({"block": {"attributes": {"a": {}}}}, "aws_x.a: this is not a type: None"),
        ({"block": {"attributes": {"a": {"type": "text"}}}}, "aws_x.a: this is not a type: text"),
        ({"block": {"attributes": {"a": {"type": ["list"]}}}}, "aws_x.a: this is not a type: ['list']"),
        (
            {"block": {"attributes": {"a": {"type": ["object", {"b": 1}]}}}},
            "aws_x.a.b: this is not a type: 1",
        ),
        ({"block": {"block_types": {"b": {}}}}, "aws_x.b.nesting_mode: None is not one of Terraform's"),
        (
            {"block": {"block_types": {"b": {"nesting_mode": "list", "max_items": "1"}}}},
            "aws_x.b.max_items: a number is expected here, not 1",
        ),
        (
            {"block": {"block_types": {"b": {"nesting_mode": "list", "min_items": None}}}},
            "aws_x.b.min_items: a number is expected here, not None",
        ),
    ],
)
def test_facts_of_wrong_types_are_not_kept(file, schema, told):
    with pytest.raises(ValueError) as error:
        update_from(output(aws_good=GOOD, aws_x=schema), {ADDRESS: "1.2.3"})
    assert str(error.value) == told
    assert not file.exists()


def test_facts_that_are_too_deep_are_not_kept(file):
    block = '"block": {"block_types": {"b": {"nesting_mode": "list", '
    nested = "{" + block * 300 + '"block": {}' + "}}}" * 300 + "}"
    with pytest.raises(ValueError, match="too deep"):
        update_from(output(aws_x=None).replace(b"null", nested.encode()), {ADDRESS: "1.2.3"})
    with pytest.raises(ValueError, match="too deep"):
        update_from(b"[" * 100_000, {ADDRESS: "1.2.3"})
    assert not file.exists()


def test_the_columns_that_are_looked_for_are_those_of_the_tables():
    made = sqlite3.connect(":memory:")
    made.executescript(tables.CREATE)
    for table, columns in tables.COLUMNS.items():
        found = [name for _, name, *_ in made.execute(f"PRAGMA table_info({table})")]
        assert found == columns.split(", ")
