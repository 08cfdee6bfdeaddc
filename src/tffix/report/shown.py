"""Names, values and paths as they are shown: nothing in them acts on a terminal, a log or a reader.

Facts: git's documentation, core.quotePath (C-style quoting); the Unicode Standard, section 23.2 and annex 9
(layout and bidirectional controls); the documentation of GitHub Actions and Azure Pipelines on commands in
logs, which runners look for at the beginning of a line (`::`) or anywhere in it (`##[`, `##vso[`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..engine.results import Found, Result

_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_QUOTED = re.compile(rf'["\\]|{_ACTIVE.pattern}')
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[|#vso\[)")
_NAMED = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def shown(text: str) -> str:
    """A text on one line, with what acts and what is no Unicode escaped as git does it."""
    return _COMMAND.sub(_disarmed, _ACTIVE.sub(_escape, text))


def shown_lines(text: str) -> str:
    """The same of a text of several lines."""
    return "\n".join(map(shown, text.split("\n")))


def shown_body(line: str) -> str:
    """A line of a diff for a terminal. Tabs stay, and a carriage return at the end."""
    end = "\r" if line.endswith("\r") else ""
    body = line.removesuffix("\r")
    return _ACTIVE.sub(lambda found: "\t" if found.group() == "\t" else _escape(found), body) + end


def quoted(path: str) -> str:
    """A path in the header of a patch: in quotes where git writes it so, and where `patch` would cut it."""
    if not _QUOTED.search(path) and not path.endswith(" "):
        return path
    return f'"{_QUOTED.sub(_escape, path)}"'


def json_text(content: object) -> str:
    """A document in ASCII. Bytes that are no UTF-8, as names of files may have, are escaped in its texts:
    what half a surrogate pair is, readers of JSON do not agree on."""
    text = json.dumps(content, indent=2)
    return json.dumps(_unicode(content), indent=2) if "\\ud" in text else text


def _unicode(content: Any) -> Any:
    if isinstance(content, str):
        return without_surrogates(content)
    if isinstance(content, Mapping):
        return {key: _unicode(value) for key, value in content.items()}
    return list(map(_unicode, content)) if isinstance(content, list) else content


def without_surrogates(text: str) -> str:
    """A text in which bytes that are no UTF-8 are escaped, and all else is as it was."""
    return _SURROGATE.sub(_escape, text)


def presentable(result: Result) -> Result:
    """A result for people: every name, value and path of it is shown."""
    return replace(
        result,
        found=list(map(_found, result.found)),
        fixed=list(map(_found, result.fixed)),
        changes=[replace(one, path=shown(one.path)) for one in result.changes],
        errors=[replace(one, path=shown(one.path), message=shown(one.message)) for one in result.errors],
        defects=[replace(one, path=shown(one.path), message=shown(one.message)) for one in result.defects],
        notes=list(map(shown, result.notes)),
    )


def _found(one: Found) -> Found:
    return replace(
        one,
        path=shown(one.path),
        message=shown(one.message),
        reason=shown(one.reason),
        advice=shown_lines(one.advice),
    )


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _NAMED:
        return f"\\{_NAMED[character]}"
    is_byte = "\udc80" <= character <= "\udcff"
    data = character.encode("utf-8", "surrogateescape" if is_byte else "surrogatepass")
    return "".join(f"\\{byte:03o}" for byte in data)


def _disarmed(found: re.Match[str]) -> str:
    return f"{found.group(1)}\\072" if found.group(1) is not None else "\\043"
