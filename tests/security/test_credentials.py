"""Passwords in addresses are in nothing that a campaign shows, writes or pushes."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from bulk.conftest import Field, git

SECRET = "S3CR3T"


@pytest.fixture
def hosts(migrate: Field) -> list[str]:
    """Addresses with passwords, which lead to repositories here."""
    urls = []
    for host in ("one", "two"):
        bare = migrate.remote(host)
        urls.append(f"https://bot:{SECRET}@x@{host}.example/team/net.git?token={SECRET}")
        git(bare, "config", "--global", f"url.{bare.as_uri()}.insteadOf", urls[-1])
    return urls


def test_names_have_the_host_and_no_password(migrate, hosts):
    message = "{summary} in {repository}"
    migrate.campaign(repositories={"urls": hosts}, commit={"message": message})
    out = [migrate(phase) for phase in ("plan", "apply", "push")]
    assert [one.code for one in out] == [1, 0, 0]
    assert [*migrate.report()] == ["one.example/team/net", "two.example/team/net"]
    shown = "".join(one.out + one.err for one in out)
    assert SECRET not in shown
    for host in ("one", "two"):
        told = git(migrate.folder / f"{host}.git", "log", "-1", "--format=%B", "tffix/test")
        assert told.startswith("Fix old-name in ")
        assert SECRET not in told
    for path in [*migrate.folder.glob("test.*"), *migrate.folder.glob("test.*/**/*")]:
        assert SECRET not in str(path)
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
    cache = Path(os.environ["XDG_CACHE_HOME"])
    assert SECRET not in "".join(map(str, cache.rglob("*")))


def test_a_new_password_makes_no_other_repository(migrate, hosts):
    migrate.campaign(repositories={"urls": hosts[:1]})
    assert migrate("plan").code == 1
    renewed = hosts[0].replace("bot", "robot")
    bare = migrate.folder / "one.git"
    git(bare, "config", "--global", "--add", f"url.{bare.as_uri()}.insteadOf", renewed)
    migrate.campaign(repositories={"urls": [renewed]})
    assert migrate("apply").code == 0
    assert migrate.branch(bare) is None
    assert migrate("push").code == 0
    assert migrate.branch(bare) is not None


def test_what_git_says_is_shown_without_passwords(migrate):
    url = f"http://bot:{SECRET}@x@localhost:1/team/net.git?token={SECRET}"
    migrate.campaign(repositories={"urls": [url]})
    ran = migrate("plan")
    assert ran.code == 2
    (one,) = migrate.report().values()
    assert "localhost:1/team/net.git" in one["reason"]
    with sqlite3.connect(migrate.folder / "test.journal") as journal:
        text = "\n".join(journal.iterdump())
    assert SECRET not in ran.out + ran.err + str(one) + text


def test_journal_and_scratch_are_for_their_owner_alone(migrate, hosts):
    migrate.campaign(repositories={"urls": hosts})
    before = os.umask(0)
    try:
        migrate("plan")
    finally:
        os.umask(before)
    for path in migrate.folder.glob("test.journal*"):
        assert path.stat().st_mode & 0o777 == 0o600, path
    (scratch,) = (Path(os.environ["XDG_CACHE_HOME"]) / "tffix/migrate").iterdir()
    for path in (scratch, *scratch.iterdir()):
        assert path.stat().st_mode & 0o777 == 0o700, path


def test_a_journal_that_others_could_read_is_closed_to_them(migrate):
    migrate.repository("repos/a")
    migrate.campaign()
    migrate("plan")
    (migrate.folder / "test.journal").chmod(0o644)
    migrate("plan")
    assert (migrate.folder / "test.journal").stat().st_mode & 0o777 == 0o600
