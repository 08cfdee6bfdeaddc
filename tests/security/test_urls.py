"""What is shown of an address: never a user, a password or a query."""

from __future__ import annotations

import pytest

from tffix.urls import is_url, key, parse, redacted


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://bot:SECRET@h.example/x.git", "https://h.example/x.git"),
        ("https://SECRET@h.example/x.git", "https://h.example/x.git"),
        ("https://bot:SEC@RET@h.example:8443/x.git", "https://h.example:8443/x.git"),
        ("https://bot:SEC/RET@h.example/x.git", "https://h.example/x.git"),
        ("https://bot:SEC?RET@h.example/x.git", "https://h.example/x.git"),
        ("https://bot:SEC#RET@h.example/x.git", "https://h.example/x.git"),
        ("https://bot:SEC'RET@h.example/x.git", "https://h.example/x.git"),
        ("https://h.example/x.git?token=SECRET#SECRET", "https://h.example/x.git"),
        ("ssh://SECRET@h.example/x", "ssh://h.example/x"),
        ("git::https://bot:SECRET@h.example/x.git//sub?ref=SECRET", "git::https://h.example/x.git//sub"),
        ("SECRET@h.example:team/x.git", "h.example:team/x.git"),
        ("bot:SECRET@h.example:team/x.git", "h.example:team/x.git"),
        ("bot:SEC@RET@h.example:team/x.git", "h.example:team/x.git"),
        ("bot:S@x:RET@h.example:team/a@b.git", "h.example:team/a@b.git"),
        ("git@h.example:team/x.git", "git@h.example:team/x.git"),
        ("https://h.example/a/x@1.2/y", "https://h.example/a/x@1.2/y"),
        ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
        ("https://b:SECRET@[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("file:///srv/x.git", "file:///srv/x.git"),
    ],
)
def test_an_address_is_shown_without_secrets(given, shown):
    assert redacted(given) == shown
    sentence = "fatal: unable to access '{}': The requested URL returned error: 403"
    assert redacted(sentence.format(given)) == sentence.format(shown)
    assert redacted(f"from {given}, and ({given}).") == f"from {shown}, and ({shown})."


@pytest.mark.parametrize(
    "text", ["main.tf:3:1: expected a name", "a@b.example, c", "Name <a@b.example>", "1 of 2: done"]
)
def test_what_is_no_address_stays(text):
    assert redacted(text) == text


@pytest.mark.parametrize(
    ("entry", "is_one"),
    [
        ("https://h/x", True),
        ("git@h:x", True),
        ("host:x", True),
        ("./a:b", False),
        ("repos/a:b", False),
        ("C:/repos", False),
        ("C:\\repos", False),
        ("../x", False),
        (":x", False),
    ],
)
def test_an_address_is_what_git_takes_for_one(entry, is_one):
    assert is_url(entry) == is_one


def test_addresses_are_told_apart_without_their_secrets():
    one, other = (f"https://u:SEC@RET@{host}.example/team/x.git" for host in "ab")
    assert parse(one).parts == ["a.example", "team", "x"]
    assert parse("U@a.example:team/x.git").parts == ["a.example", "team", "x"]
    assert parse("https://u@[2001:DB8::1]:8443/x").parts == ["[2001:db8::1]", "8443", "x"]
    assert parse("https://[bad/x").parts == ["[bad", "x"]
    assert key(one) != key(other)
    assert key(one) == key("https://new:password@a.example/team/x.git")
    queries = [key(f"https://a.example/git?{query}") for query in ("repo=a", "repo=b")]
    assert len({*queries, key("https://a.example/git")}) == 3
    assert not any("repo" in query for query in queries)


def test_several_in_a_word():
    given = "https://u:SECRET@a.example/x,https://u:SECRET@b.example/y?SECRET,ssh://SECRET@c.example/z"
    assert redacted(given) == "https://a.example/x,https://b.example/y://c.example/z"


@pytest.mark.parametrize("text", ["://" + "'" * n + "a" for n in (10, 300_000)] + ["!@a" * 300_000 + ":"])
def test_long_texts_take_no_longer_by_the_square(text):
    """Done at all: with a pattern that goes back this takes hours."""
    assert redacted(text)
