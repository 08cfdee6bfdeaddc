"""The managed policies that AWS publishes: which exist, what they say, and which one a wrong ARN means.

Only the partition `aws` is known. An ARN of another partition (`aws-cn`, `aws-us-gov`) never exists here,
which is no proof that AWS does not have it there.
"""

import json
import re
import zlib
from functools import cache
from typing import Any

from tffix.facts.database import connection

PREFIX = "arn:aws:iam::aws:policy/"

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_VENDOR = re.compile(r"^(aws|amazon)")


def exists(arn: str) -> bool:
    """Whether AWS publishes a managed policy under exactly this ARN."""
    return _arns().get(_name(arn)) == arn


def names() -> frozenset[str]:
    """The names of all managed policies, without their paths: AWS gives each name once."""
    return frozenset(_arns())


def document(arn: str) -> dict[str, Any] | None:
    """The policy document of the default version, or None if there is no such policy."""
    if not exists(arn):
        return None
    row = connection().execute("SELECT document FROM managed_policy WHERE name = ?", (_name(arn),)).fetchone()
    text: dict[str, Any] = json.loads(zlib.decompress(row[0]))
    return text


def nearest(arn: str) -> str | None:
    """The policy that this ARN evidently means: itself if it exists, None if two are as likely or none is.

    Evident are, in this order: another path; another case or other `_` and `-`; a vendor word (`AWS`,
    `Amazon`) too many, too few or confused; a slip in a long word. A version, an abbreviation or a whole word
    is never guessed: `AmazonSNSFullAccess` is one letter from `AmazonSQSFullAccess`.
    """
    if not arn.startswith(PREFIX):
        return None
    known, name = _arns(), _name(arn)
    if name in known:
        return known[name]
    for alike in (_bare, _vendorless):
        found = [other for other in known if alike(other) == alike(name)]
        if found:
            return known[found[0]] if len(found) == 1 else None
    found = [other for other in known if _is_slip(name, other)]
    return known[found[0]] if len(found) == 1 else None


def was_withdrawn(arn: str) -> bool:
    """Whether AWS has published a managed policy under this name, and does not any more. An attachment to it
    may still be there. The source of each is in withdrawn_policies.txt."""
    return _name(arn) in _withdrawn()


def successor(arn: str) -> str | None:
    """The policy that this ARN means beyond doubt, or None: the same name under another path; another case
    or other `-` and, as AWS itself renames policies, a `_` too few; `AWS` for `Amazon` or the other way
    round; a slip in a long word. The name of a withdrawn policy may be without the vendor's too."""
    meant = nearest(arn)
    if meant is None:
        return None
    name, other = _name(arn), _name(meant)
    if _bare(name) == _bare(other):
        # AWS publishes new versions under names with another `_`: this one may be newer than the facts.
        return meant if name.count("_") <= other.count("_") or was_withdrawn(arn) else None
    if _vendorless(name) == _vendorless(other):
        have_vendors = _VENDOR.match(_bare(name)) and _VENDOR.match(_bare(other))
        return meant if have_vendors or was_withdrawn(arn) else None
    return meant


@cache
def _withdrawn() -> frozenset[str]:
    from importlib import resources  # not for every start

    text = resources.files("tffix.facts").joinpath("withdrawn_policies.txt").read_text("utf-8")
    lines = (line.split()[0] for line in text.splitlines() if not line.startswith("#"))
    return frozenset(_name(line) for line in lines)


@cache
def _arns() -> dict[str, str]:
    rows = connection().execute("SELECT name, path FROM managed_policy ORDER BY name")
    return {name: f"{PREFIX}{path.removeprefix('/')}{name}" for name, path in rows}


def _name(arn: str) -> str:
    return arn.rpartition("/")[2]


@cache
def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


@cache
def _vendorless(name: str) -> str:
    return _VENDOR.sub("", _bare(name))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name))


def _is_slip(name: str, other: str) -> bool:
    if abs(len(name) - len(other)) > 2:
        return False
    ours, theirs = _words(name), _words(other)
    if len(ours) != len(theirs):
        return False
    pairs = [(a.lower(), b.lower()) for a, b in zip(ours, theirs, strict=True) if a.lower() != b.lower()]
    return len(pairs) == 1 and _edits(*pairs[0]) <= _slips_allowed(ours, theirs, pairs[0])


def _slips_allowed(ours: tuple[str, ...], theirs: tuple[str, ...], pair: tuple[str, str]) -> int:
    # `Import` and `Export`, `Connect` and `Convert` are two edits apart and both are words.
    if any(word.isupper() or word.isdigit() for word in ours + theirs if word.lower() in pair):
        return 0
    shortest = min(map(len, pair))
    return 2 if shortest >= 8 else 1 if shortest >= 5 else 0


def _edits(a: str, b: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one word into the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        following = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]
