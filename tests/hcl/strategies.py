"""Generates HCL: whole files with every form of expression, comment and spacing that the grammar knows.

`files()` gives text that Terraform's parser accepts, as carelessly laid out as people's can be. Hypothesis
chooses a seed and a size, the grammar below does the rest: drawing every word by itself would take a
hundred times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

NAMES = ("a", "b1", "name", "for_each", "x-y", "_z", "größe", "資源", "in", "if", "for", "null_x", "provider")
ROOTS = ("var", "local", "each", "aws_vpc", "module", "data", "x-y", "größe")
ATTRIBUTES = ("id", "name", "tags", "main", "x-y", "for", "in", "größe")
FUNCTIONS = ("f", "length", "merge", "provider::aws::arn_parse", "in", "x-y")
NUMBERS = ("0", "1", "42", "1.5", "1e3", "2E-4", "007", "12345678901234567890")
OPERATORS = ("==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "&&", "||")
KEYS = ("a", "b_c", '"d"', '"e ${var.x}"', "(var.k)", "1", "größe", "for_x", "if")
TEXTS = (
    "", "a", "some text", "ü 世界", "é", "\\n", '\\"', "\\\\", "\\u00e9", "$${x}", "%%{ if }", "$", "%", "$$",
    "# no comment", "// neither", "/* nor this */", "{", "}", "[(", "'", "=", "  ", "https://example.com/*",
)  # fmt: skip
LINES = (
    "text",
    "  indented",
    "",
    "\ttab",
    "# x = 1",
    "$${y}",
    "%%{z}",
    'a "b" c',
    "\\n",
    "EO",
    "ü = 1",
    "}",
    "  ",
)
MARKERS = ("EOT", "EOF", "E-1", "ÜBER")
COMMENTS = ("# c", "#", "// d", "#  ü  ", "//", "# x = { [")
SPACES = ("", " ", " ", " ", "  ", "\t", " \t ")
INLINE = (*SPACES, *SPACES, *SPACES, " /* c */ ", "/**/", " /* a b */")
GAPS = (*SPACES, *SPACES, "\n", "\n  ", "\n\n", " # c\n", " // d\n\t", "\n/* a\n b */\n")
FORMS = (
    "conditional",
    "operation",
    "unary",
    "parentheses",
    "call",
    "tuple",
    "object",
    "object",
    "for",
    "names",
)


def files(largest: int = 3) -> SearchStrategy[str]:
    """Whole files."""
    return st.builds(lambda seed, size: file_text(Random(seed), size), SEEDS, st.integers(0, largest))


def expressions(largest: int = 4) -> SearchStrategy[str]:
    """Values as they stand after an ``=``."""
    return st.builds(lambda seed, size: expression(Random(seed), size), SEEDS, st.integers(0, largest))


SEEDS = st.integers(0, 2**32 - 1)


def file_text(r: Random, size: int) -> str:
    """A whole file; the larger ``size``, the longer and deeper."""
    text = body(r, size) + "".join(block(r, size) for _ in range(r.randint(0, size)))
    ending = r.randrange(6)
    if ending == 0 and "<<" not in text:
        return text.removesuffix("\n")
    return text


def body(r: Random, size: int) -> str:
    text = ""
    names = r.sample(NAMES, r.randint(0, 3))
    while names:
        kind = r.randrange(8)
        if kind == 0:
            text += r.choice(("\n", "  \n", "\n\n"))
        elif kind == 1:
            text += r.choice(SPACES) + r.choice((*COMMENTS, "/* a */", "/* a\n  b */")) + "\n"
        elif kind == 2 and size > 0:
            text += block(r, size - 1)
        else:
            text += attribute(r, names.pop(), size)
    return text


def block(r: Random, size: int) -> str:
    header = r.choice(SPACES) + r.choice(("resource", "data", "locals", "größe", "dynamic", "x-y"))
    for _ in range(r.randint(0, 2)):
        header += " " + r.choice(SPACES) + r.choice(('"a"', '"x y"', "bare", '"ü"'))
    header += r.choice((" ", "  ", ""))
    shape = r.randrange(6)
    if shape == 0:
        return header + "{" + r.choice(SPACES) + "}" + r.choice(("", " # c")) + "\n"
    if shape == 1:
        return header + "{" + r.choice(SPACES) + "a = " + expression(r, 1) + r.choice(SPACES) + "}\n"
    comment = r.choice(("", "", "", " # c", "// d"))
    return header + "{" + comment + "\n" + body(r, size - 1) + r.choice(SPACES) + "}\n"


def attribute(r: Random, name: str, size: int) -> str:
    value = expression(r, size, heredocs=True)
    text = r.choice(SPACES) + name + r.choice(INLINE) + "=" + r.choice(INLINE) + value
    if _ends_heredoc(value):
        return text + "\n"
    return text + r.choice(SPACES) + r.choice(("", "", "", *COMMENTS)) + "\n"


def expression(r: Random, size: int, broken: bool = False, heredocs: bool = False) -> str:
    """An expression; ``broken``: its lines may be broken anywhere, as inside parentheses."""
    if size <= 0 or not r.randrange(4):
        return atom(r, size)
    if heredocs and not r.randrange(8):
        return heredoc(r, size)
    between = GAPS if broken else INLINE
    form = r.choice(FORMS)
    if form == "conditional":
        parts = [expression(r, size - 1, broken) for _ in range(3)]
        return _words(r, between, [parts[0], "?", parts[1], ":", parts[2]])
    if form == "operation":
        left, right = expression(r, size - 1, broken), expression(r, size - 1, broken)
        return _words(r, between, [left, r.choice(OPERATORS), right])
    if form == "unary":
        return _words(r, between, [r.choice("-!"), expression(r, size - 1, broken)])
    if form == "parentheses":
        return _words(r, GAPS, ["(", expression(r, size - 1, True, heredocs), ")"])
    makers = {"call": call, "tuple": tuple_, "object": object_, "for": for_expression, "names": traversal}
    return makers[form](r, size)


def atom(r: Random, size: int) -> str:
    form = r.randrange(6)
    if form == 0:
        return r.choice(NUMBERS)
    if form == 1:
        return r.choice(("true", "false", "null", "var.x", "local.y.z"))
    return traversal(r, 0) if form == 2 else string(r, size)


def string(r: Random, size: int) -> str:
    text = r.choice(TEXTS)
    if size > 0 and r.randrange(2):
        text = text.rstrip("$%") + sequence(r, size, "") + r.choice(TEXTS)
    return f'"{text}"'


def heredoc(r: Random, size: int) -> str:
    """A heredoc with its closing marker; the newline after that is the caller's."""
    marker = r.choice(MARKERS)
    lines = ""
    for _ in range(r.randint(0, 3)):
        line = r.choice(LINES)
        if r.randrange(2):
            line = line.rstrip("$%") + sequence(r, size, r.choice(("", "\n"))) + r.choice(LINES)
        lines += line + "\n"
    return f"<<{r.choice(('', '-'))}{marker}\n{lines}{r.choice(('', '  ', chr(9)))}{marker}"


def sequence(r: Random, size: int, newline: str) -> str:
    """An interpolation or a directive; ``newline`` is what may stand around the parts of a directive."""
    if r.randrange(4):
        return _sequence(r, "$", expression(r, size - 1, True))
    text = newline + r.choice(TEXTS).rstrip("$%") + newline
    inner = expression(r, size - 1, True)
    if r.randrange(2):
        other = _sequence(r, "%", "else") + text if r.randrange(2) else ""
        return _sequence(r, "%", f"if {inner}") + text + other + _sequence(r, "%", "endif")
    names = r.choice(("v", "k, v", "k,v"))
    return _sequence(r, "%", f"for {names} in {inner}") + text + _sequence(r, "%", "endfor")


def _sequence(r: Random, sign: str, inside: str) -> str:
    opening, closing = r.choice(("", "", "~")), r.choice(("", "", "~"))
    return f"{sign}{{{opening}{r.choice(SPACES)}{inside}{r.choice(SPACES) or ' '}{closing}}}"


def traversal(r: Random, size: int) -> str:
    text = r.choice(ROOTS)
    splat = False
    for _ in range(r.randint(0, 4)):
        step = r.choice(("name", "name", "name", "index", "legacy", "splat", "full"))
        if step == "index" and size > 0:
            # `terraform fmt` 1.11 makes x[] of x[true].
            key = (
                expression(r, size - 1, True).replace("true", "1").replace("false", "2").replace("null", "3")
            )
            text += "[" + r.choice(GAPS) + key + r.choice(GAPS) + "]"
        elif step == "legacy":
            text += "[0]" if text[-1].isdigit() else ".0"
        elif step == "splat" and not splat:
            text, splat = text + ".*", True
        elif step == "full":
            text += "[*]"
        else:
            text += "." + r.choice(ATTRIBUTES)
    return text


def call(r: Random, size: int) -> str:
    items = [expression(r, size - 1, True, True) for _ in range(r.randint(0, 3))]
    endings: Sequence[list[str]] = ([], [], [","], ["..."]) if items else ([],)
    name = r.choice(FUNCTIONS) + r.choice(("", "", "", " "))
    return name + _words(r, GAPS, ["(", *_listed(items), *r.choice(endings), ")"])


def tuple_(r: Random, size: int) -> str:
    items = [expression(r, size - 1, True, True) for _ in range(r.randint(0, 3))]
    return _words(r, GAPS, ["[", *_listed(items), *([","] if items and r.randrange(2) else []), "]"])


def object_(r: Random, size: int) -> str:
    text = "{" + r.choice(INLINE)
    for _ in range(r.randint(0, 3)):
        text += r.choice(("", "\n", " # c\n", "\n\n", "\n  # c\n"))
        value = expression(r, size - 1, heredocs=True)
        text += r.choice(KEYS) + r.choice(SPACES) + r.choice("===:") + r.choice(INLINE) + value
        text += "\n" if _ends_heredoc(value) else r.choice(("\n", ",", ", ", ",\n", " # c\n", "  // d\n"))
    return text + r.choice(INLINE) + "}"


def for_expression(r: Random, size: int) -> str:
    inner = [expression(r, size - 1, True) for _ in range(4)]
    words = ["for", *r.choice((["v"], ["k", ",", "v"], ["x-y"])), "in", inner[0], ":"]
    tail = ["if", inner[3]] if r.randrange(2) else []
    if r.randrange(2):
        return _words(r, GAPS, ["[", *words, inner[1], *tail, "]"])
    grouped = ["..."] if r.randrange(2) else []
    return _words(r, GAPS, ["{", *words, inner[1], "=>", inner[2], *grouped, *tail, "}"])


def _listed(items: Sequence[str]) -> list[str]:
    return [word for number, item in enumerate(items) for word in (([","] if number else []) + [item])]


def _ends_heredoc(text: str) -> bool:
    return "<<" in text and text.endswith(MARKERS)


def _words(r: Random, between: Sequence[str], words: Sequence[str]) -> str:
    """Words with spacing between them, enough to keep apart what would run together."""
    text = words[0]
    for word in words[1:]:
        gap = "\n" if _ends_heredoc(text) else r.choice(between)
        if not gap and _run_together(text[-1], word[0]):
            gap = " "
        text += gap + word
    return text


def _run_together(left: str, right: str) -> bool:
    if (left.isalnum() or left in "-_.") and (right.isalnum() or right in "-_."):
        return True
    return left + right in ("==", "=>", "!=", "<=", ">=", "<<", "//", "/*", "&&", "||", "~}", "*/")
