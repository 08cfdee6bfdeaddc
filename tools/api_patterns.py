"""Which patterns of AWS's API models Python's `re` reads as AWS does, and which of them say anything.

The models write regular expressions as Java does, to match the whole value. Kept are those that mean the
same to `re.fullmatch` with `re.ASCII`, under which `\\d` and `\\w` are Java's, and left out

- what `re` refuses, or warns of as a set inside a set: `\\p{L}`, `[a-z&&[^b]]`;
- characters beyond U+FFFF, which Java writes as two;
- what is anchored on one side alone, so that nobody can tell which half was forgotten;
- ARNs, regions and AWS's hosts: which partitions there are changes, and many an argument takes a name too;
- what fits nearly every text, `.*` and `.*\\S.*`, and what asks for one character, where all are meant;
- what takes long over a text of a hundred characters, or is too long itself for anybody to have read.
"""

import re
import re._parser as parser  # the tree of a pattern, which `re` shows nobody
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

SLOW = 0.1  # seconds of computing, where all others take a thousandth
LONGEST = 200
SURROGATE = re.compile(r"\\uD[89A-F]|\\x\{|[\ud800-\udfff]", re.I)
ARN = re.compile(r"\barn\b|\baws\b|amazonaws", re.I)
ANYTHING = "Aé\t\"'<>\\ ~`;|#%&/?*()[]{}$^=+@:,.!-_ 漢 z"
ONE_CHARACTER = re.compile(r"\[[^]]*\]|\\?.")
REPEATED_SET = re.compile(r"\^?(\[(?:[^]\\]|\\.)+\]|\\[wd])(?:[*+]|\{\d+,\d+\})(?:\$|\\Z|\\z)?")
ALL = "".join(map(chr, range(0x300)))


def is_usable(pattern: str) -> bool:
    if SURROGATE.search(pattern) or ARN.search(pattern) or len(pattern) > LONGEST:
        return False
    if pattern.startswith("^") != pattern.endswith("$") or ONE_CHARACTER.fullmatch(pattern):
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(pattern, re.ASCII)
        tree = parser.parse(pattern)
        examples = [_example(tree, count) + "\0" for count in range(1, 60)]
        with _deadline():
            for example in examples:
                compiled.fullmatch(example)
    except (re.error, OverflowError, Warning, TimeoutError):
        return False
    is_region = compiled.fullmatch("us-east-1") and not compiled.fullmatch("eusc-de-east-1")
    return not compiled.fullmatch(ANYTHING) and not is_region


def agree(one: str, other: str) -> bool:
    """Whether two patterns are the same but for anchors, or both repeat one set of the same characters."""
    if one.strip("^$") == other.strip("^$"):
        return True
    ours = _repeated_set(one)
    return ours is not None and ours == _repeated_set(other)


def _repeated_set(pattern: str) -> str | None:
    """The characters that a pattern has, if any of them may stand at any place."""
    found = REPEATED_SET.fullmatch(pattern)
    try:
        return "".join(re.findall(found[1], ALL, re.ASCII)) if found else None
    except re.error:
        return None


def _example(part: Any, count: int) -> str:
    """A text that a pattern accepts or nearly, with ``count`` rounds of what repeats: all that a matcher
    may have to go back over."""
    found = []
    for kind, value in part:
        match str(kind), value:
            case "LITERAL", int(code):
                found.append(chr(code))
            case "IN", [(kind_of_set, what), *_]:
                found.append(_member(str(kind_of_set), what))
            case "ANY" | "NOT_LITERAL", _:
                found.append("a")
            case "BRANCH", (_, branches):
                found.append(_example(branches[-1], count))
            case "SUBPATTERN", (*_, inner):
                found.append(_example(inner, count))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (low, high, inner):
                found.append(_example(inner, min(count, 4)) * max(low, min(high, count)))
            case _:
                pass
    return "".join(found)


def _member(kind: str, what: Any) -> str:
    match kind, what:
        case "LITERAL", int(code):
            return chr(code)
        case "RANGE", (low, _):
            return chr(low)
        case _:
            return "a"


@contextmanager
def _deadline() -> Iterator[None]:
    """Raises TimeoutError when what is inside has computed for too long, however busy the machine is."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
