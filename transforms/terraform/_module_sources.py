"""What the source of a module call means: a path, a registry's module, or a repository.

Facts: Terraform language documentation, "Module Sources"; go-getter, which follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

_REGISTRY = re.compile(
    r"(?:(?P<host>[\w-]+(?:\.[\w-]+)+(?::\d+)?)/)?[0-9A-Za-z][\w-]*/[0-9A-Za-z][\w-]*/[0-9a-z]+(?://.*)?"
)
_OF_GIT = re.compile(r"(?:git::|git://|(?:github\.com|bitbucket\.org)/|[\w.-]+@[\w.-]+:)")
_STORE = re.compile(r"\.amazonaws\.com/|googleapis\.com/")
_OF_MERCURIAL = re.compile(r"hg::")
_VERSION = re.compile(r"v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?")
_COMMIT = re.compile(r"[0-9a-f]{7,40}")


@dataclass(frozen=True, slots=True)
class Source:
    """A module's source. ``kind`` is "registry", "git", "mercurial" or "other"; ``arguments`` are what stands
    behind the ``?``."""

    text: str
    kind: str
    arguments: dict[str, str]

    @property
    def is_address(self) -> bool:
        """Whether Terraform takes it for an address that it can fetch, or for an absolute path."""
        if self.kind != "other":
            return True
        return self.text.startswith("/") or ":" in self.text or _STORE.search(self.text) is not None

    @property
    def key(self) -> str:
        """The argument that names a revision."""
        return "rev" if self.kind == "mercurial" else "ref"

    @property
    def revision(self) -> str:
        return self.arguments.get(self.key, "")

    @property
    def has_version(self) -> bool:
        """Whether its revision is a version, as tags have it: ``v1.2.0``; what stands before a slash may be
        the module's name."""
        return _VERSION.fullmatch(self.revision.rpartition("/")[2]) is not None

    @property
    def has_commit(self) -> bool:
        """Whether its revision may be a commit's."""
        return _COMMIT.fullmatch(self.revision) is not None


def source(text: str) -> Source:
    """What a source says."""
    address, _, query = text.partition("?")
    return Source(text, _kind(address), dict(parse_qsl(query, keep_blank_values=True)))


def _kind(address: str) -> str:
    if address.startswith(("./", "../", "/")):
        return "other"
    if _OF_GIT.match(address):
        return "git"
    if _OF_MERCURIAL.match(address):
        return "mercurial"
    return "registry" if _REGISTRY.fullmatch(address) else "other"
