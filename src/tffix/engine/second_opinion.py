"""python-hcl2's view of what a fix changed, as a check on our own tree's.

python-hcl2 reads files into plain values by a grammar and scanner of its own. What it sees changed between
two versions of a module must be what our tree sees changed: block by block, white space and comments aside.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import hcl2

from ..hcl import parse
from ..hcl.encoding import decoded
from ..hcl.scanner import scan

_COMMENTS = ("__comments__", "__inline_comments__")
"""Where python-hcl2 keeps the comments of a body."""


def disagreement(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """What the two readers disagree on, as a sentence; nothing where they agree.

    Files that python-hcl2 cannot read before the change are left out: it knows less of HCL than we do.
    """
    readable = {name for name, data in before.items() if _values(data) is not None}
    comparable = [name for name in after if name in readable or name not in before]
    for name in comparable:
        if _values(after[name]) is None:
            return f"python-hcl2 cannot read {name} any more"
    names = [name for name in before if name in comparable], comparable
    ours = _changed(
        *(Counter(b for n in ns for b in _blocks(v[n])) for ns, v in _sides(names, before, after))
    )
    theirs = _changed(
        *(Counter(b for n in ns for b in _hcl2(v[n])) for ns, v in _sides(names, before, after))
    )
    unseen = theirs - ours
    if unseen:
        return f"python-hcl2 sees a change of {', '.join(sorted(unseen))}, which our tree does not"
    return ""


def _sides(
    names: tuple[list[str], list[str]], before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[tuple[list[str], Mapping[str, bytes]]]:
    yield names[0], before
    yield names[1], after


def _changed(old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]) -> set[str]:
    """The headers of the blocks that only one side has."""
    return {header for header, _ in (old - new) | (new - old)}


def _blocks(data: bytes) -> Iterator[tuple[str, str]]:
    """Header and content of every top-level block, as our tree sees it: its tokens without white space."""
    for block in parse(data).blocks():
        tokens = scan(block.type + block.opening + block.body.text + block.closing + "\n")
        words = [
            tokens.text[tokens.starts[i] : tokens.starts[i + 1]]
            for i, kind in enumerate(tokens.kinds)
            if kind not in ("space", "comment", "newline")
        ]
        yield " ".join((block.type, *block.labels)), "\0".join(words)


def _hcl2(data: bytes) -> Iterator[tuple[str, str]]:
    """The same as python-hcl2 sees it."""
    for type_, blocks in (_values(data) or {}).items():
        if not isinstance(blocks, list) or type_.startswith("__"):  # `__comments__`
            continue
        for block in blocks:
            labels, content = _unlabel(block)
            yield (
                " ".join((type_, *labels)),
                json.dumps(_without_comments(content), sort_keys=True, default=str),
            )


def _without_comments(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _without_comments(one) for key, one in content.items() if key not in _COMMENTS}
    return [_without_comments(one) for one in content] if isinstance(content, list) else content


def _unlabel(block: Any) -> tuple[list[str], Any]:
    """python-hcl2 nests labels as single keys around a body, which it marks with ``__is_block__``."""
    labels: list[str] = []
    while isinstance(block, dict) and "__is_block__" not in block and len(block) == 1:
        label, block = next(iter(block.items()))
        labels.append(str(label).strip('"'))
    return labels, block


@lru_cache(maxsize=256)
def _values(data: bytes) -> dict[str, Any] | None:
    text = decoded(data.removeprefix(b"\xef\xbb\xbf")).replace("\r\n", "\n")
    try:
        return dict(hcl2.loads(text if text.endswith("\n") else text + "\n"))
    except Exception:  # python-hcl2 raises whatever lark or it trips over
        return None
