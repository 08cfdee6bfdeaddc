"""Addresses of repositories and modules: read by git's rules, and shown without what may be a secret.

There are two forms: a URL (RFC 3986), and `[user@]host:path` as scp takes it (git-clone, "Git URLs").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\S+")
_AUTHORITY = re.compile(r"[^/?#]*")
_HOST_AND_PORT = re.compile(r"(?:\[[^\]]*\]|[^:]*)(?::\d*)?")
_SCP_HOST = re.compile(r"@[\w.-]+:(?!//)")
_OPENING, _CLOSING = "([{<'\"`", ")]}>'\"`.,;:!"
"""What a sentence may put around an address."""
_PLAIN_USER = "git"
"""The user that everybody has, which says who nobody is."""


@dataclass(frozen=True, slots=True)
class Address:
    """A place of a repository. ``port`` and ``query`` are empty where there are none."""

    host: str
    port: str
    path: str
    query: str

    @property
    def parts(self) -> list[str]:
        """The host, its port and the parts of the path, to be named by."""
        path = self.path.rstrip("/").removesuffix(".git")
        return [part for part in (self.host, self.port, *path.split("/")) if part]


def is_url(entry: str) -> bool:
    """Whether git would take an entry for the address of another machine, or for a URL."""
    if "://" in entry:
        return True
    before, colon, _ = entry.partition(":")
    is_drive = len(before) == 1 and before.isalpha()
    return bool(colon and before) and "/" not in before and not is_drive


def parse(url: str) -> Address:
    """The parts of an address for which is_url is true."""
    if "://" not in url:
        _, _, place = url.rpartition("@") if "@" in url.partition("/")[0] else ("", "", url)
        host, _, path = place.partition(":")
        return Address(host.lower(), "", path, "")
    # Not urllib, which refuses some that git takes.
    authority, slash, path = redacted(url).partition("://")[2].partition("/")
    with_port = re.fullmatch(r"(.*):(\d+)", authority)
    host, port = with_port.groups() if with_port else (authority, "")
    query = url.partition("#")[0].partition("?")[2]
    return Address(host.lower(), port, slash + path, query)


def key(url: str) -> str:
    """What an address is known by: itself without what may be a secret, so that a new password makes no other
    one of it; a query leaves a trace that tells it from another."""
    query = parse(url).query
    if not query:
        return redacted(url)
    import hashlib  # not for every start

    trace = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{redacted(url)};{trace}"


def redacted(text: str) -> str:
    """A text in which addresses have no user, password, query or fragment any more."""
    return _WORD.sub(_redacted_word, text) if "@" in text or "://" in text else text


def _redacted_word(match: re.Match[str]) -> str:
    word = match.group()
    first, *rest = word.split("://")
    return "://".join((first, *map(_without_secrets, rest))) if rest else _without_user(word)


def _without_secrets(rest: str) -> str:
    """What follows `://`."""
    kept = rest.rstrip(_CLOSING)
    closing = rest[len(kept) :]
    authority = _AUTHORITY.match(kept)
    whole = authority.group() if authority else ""
    if "@" in whole:
        kept = whole.rpartition("@")[2] + kept[len(whole) :]
    elif "@" in kept and not _HOST_AND_PORT.fullmatch(whole):
        kept = kept.rpartition("@")[2]  # a password with an unescaped slash or question mark
    return re.split(r"[?#]", kept, maxsplit=1)[0] + closing


def _without_user(word: str) -> str:
    """A word that may be an address as scp takes it: up to its first slash it has an `@host:`."""
    found = list(_SCP_HOST.finditer(word.partition("/")[0]))
    if not found:
        return word
    user = word[: found[-1].start()]
    opening = user[: len(user) - len(user.lstrip(_OPENING))]
    return word if user == opening + _PLAIN_USER else opening + word[found[-1].start() + 1 :]
