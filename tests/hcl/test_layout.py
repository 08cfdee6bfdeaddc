"""The layout is that of `terraform fmt`: over generated files, and over edits of files that were clean."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tffix import Gap, HclSyntaxError, parse
from tffix.hcl.layout import formatted, width
from tffix.hcl.scanner import scan
from tffix.hcl.settle import settle

from .random_edits import edit
from .strategies import SEEDS, file_text, files
from .terraform_fmt import needs_terraform, samples, terraform_fmt

LAYOUTS = {
    "a   =1\nbcd=2\n": "a   = 1\nbcd = 2\n",
    "a = 1 # x\nbcd = 2 // y\n": "a   = 1 # x\nbcd = 2 // y\n",
    "a = 1\n\nbcd = 2\n": "a = 1\n\nbcd = 2\n",
    "a = [\n1,\n]\nbcd = 2\n": "a = [\n  1,\n]\nbcd = 2\n",
    "a {\nb {\nc=1\n}\n}\n": "a {\n  b {\n    c = 1\n  }\n}\n",
    "a = f (1,2 , 3)\n": "a = f(1, 2, 3)\n",
    "a = !b&&- c\n": "a = !b && -c\n",
    "a = {b=1,c=2}\n": "a = { b = 1, c = 2 }\n",
    'a = "${ b }-${c}"\n': 'a = "${b}-${c}"\n',
    'a = "${b}"\n': "a = b\n",
    "resource a b {}\n": 'resource "a" "b" {}\n',
    'variable "a" {\n  type = "string"\n}\n': 'variable "a" {\n  type = string\n}\n',
    'variable "a" {\n  type = list\n}\n': 'variable "a" {\n  type = list(any)\n}\n',
    "größe = 1\na = 2\n": "größe = 1\na     = 2\n",
    "a = 1  ": "a = 1  ",
    "a = 1\n  ": "a = 1\n  ",
    "a = <<-EOT\n  b\n  EOT\nc=1\n": "a = <<-EOT\n  b\n  EOT\nc = 1\n",
    "a = 1\r\nbcd = 2\r\n": "a   = 1\r\nbcd = 2\r\n",
}


@pytest.mark.parametrize("source", LAYOUTS)
def test_layouts(source: str) -> None:
    assert formatted(source) == LAYOUTS[source]
    assert formatted(formatted(source)) == formatted(source)


@needs_terraform
def test_terraform_lays_these_out_the_same() -> None:
    assert terraform_fmt(list(LAYOUTS)) == list(LAYOUTS.values())


@needs_terraform
def test_generated_files_are_laid_out_as_by_terraform() -> None:
    texts = samples(files(), 700, keep=_parses)
    assert len(texts) > 400
    texts += [text.replace("\n", "\r\n") for text in texts[:200]]
    for text, expected in zip(texts, terraform_fmt(texts), strict=True):
        assert formatted(text) == expected
        assert formatted(formatted(text)) == formatted(text)


@needs_terraform
def test_comments_before_a_value_stay() -> None:
    text = (
        'variable "a" {\n  type = /* c */ "string"\n}\n\nvariable "b" {\n  type = /* c */ list\n}\n\n'
        'locals {\n  a = /* x */ /* y */ "${\n b}"\n  c = /* a\n b */ "${d}"\n  e = /* c */ "${f}g"\n}\n'
    )
    assert [formatted(text)] == terraform_fmt([text])


@needs_terraform
def test_edits_of_clean_files_leave_them_clean() -> None:
    seeds = samples(SEEDS, 500, keep=lambda _: True)
    texts = []
    for seed in seeds:
        r = Random(seed)
        source = formatted(_generated(r))
        file = parse(source.encode())
        for _ in range(r.randint(1, 3)):
            edit(r, file)
        texts.append(settle(source, file.text))
    assert terraform_fmt(texts) == texts


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_settling_changes_nothing_but_the_layout(seed: int) -> None:
    r = Random(seed)
    source = _generated(r)
    file = parse(source.encode())
    for _ in range(r.randint(1, 3)):
        edit(r, file)
    settled = settle(source, file.text)
    if formatted(source) != source:  # else labels are quoted and the like, as by terraform fmt
        assert _words(settled) == _words(file.text)
    assert settle(settled, settled) == settled


@settings(max_examples=150, deadline=None)
@given(SEEDS, st.integers(1, 2))
def test_lines_that_an_edit_does_not_concern_keep_their_bytes(seed: int, edits: int) -> None:
    r = Random(seed)
    source = "\n".join(_generated(r).rstrip("\n") + "\n" for _ in range(3))
    try:
        file = parse(source.encode())
    except HclSyntaxError:  # a name occurs twice
        return
    items = file.body.items
    blocks = list(file.blocks())
    if not blocks:
        return
    block = r.choice(blocks)
    index = next(number for number, item in enumerate(items) if item is block)
    blanks = [number for number, item in enumerate(items) if isinstance(item, Gap) and item.is_blank]
    before = "".join(item.text for item in items[: max([n for n in blanks if n < index], default=0)])
    after = "".join(
        item.text for item in items[min([n for n in blanks if n > index], default=len(items)) + 1 :]
    )
    for _ in range(edits):
        edit(r, block)
    settled = settle(source, file.text)
    assert settled.startswith(before)
    assert settled.endswith(after)


def _generated(r: Random) -> str:
    while True:
        text = file_text(r, r.randint(0, 3))
        if _parses(text):
            return text


def _parses(text: str) -> bool:
    try:
        return bool(parse(text.encode()))
    except HclSyntaxError:
        return False


def _words(text: str) -> list[str]:
    tokens = scan(text)
    pieces = zip(tokens.kinds, tokens.starts, tokens.starts[1:], strict=False)
    return [text[start:end] for kind, start, end in pieces if kind not in ("space", "newline")]


WRITING = (
    "a", "é", "e\u0301", "日本", "한글", "\u1112\u1161\u11ab", "ไทย\u0e33", "नमस्ते", "العربية", "\u0600a",
    "👍🏽", "🇩🇪🇫🇷🇮", "👨\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "\u200b", "\u00ad", "\u2028", "\u0301",
    "\u0903", "ﾞ", "a\u200db",
)  # fmt: skip


@needs_terraform
def test_comments_are_aligned_in_all_writing() -> None:
    r = Random(1)
    texts = []
    for _ in range(300):
        first, second = ("".join(r.choices(WRITING, k=r.randint(0, 4))) for _ in range(2))
        texts.append(f'a = "{first}" # x\nbcd = "${{b}}{second}" # y\n')
    assert [formatted(text) for text in texts] == terraform_fmt(texts)


UNCLEAN = """\
resource "a" "b" {
    name   = "x"
    other = 1   # one
    z = 2 # two

    list = [1,2]
\tinner {
\t\ton=true
\t}
}
"""


def test_a_new_line_is_indented_like_its_neighbours() -> None:
    file = parse(UNCLEAN.encode())
    block = next(file.blocks())
    block.body.set("new", "1", after="list")
    next(block.blocks()).body.set("off", "false")
    assert settle(UNCLEAN, file.text) == UNCLEAN.replace("[1,2]\n", "[1,2]\n    new = 1\n").replace(
        "on=true\n", "on=true\n\t\toff = false\n"
    )


def test_a_run_that_was_not_aligned_stays_so() -> None:
    file = parse(UNCLEAN.encode())
    next(file.blocks()).body.set("other", "12345")
    assert settle(UNCLEAN, file.text) == UNCLEAN.replace("other = 1 ", "other = 12345 ")


def test_a_run_that_was_aligned_stays_so_in_a_file_that_is_not_clean() -> None:
    source = "a{\n    bc = 1 # one\n    d  = 2 # two\n}\n"
    file = parse(source.encode())
    next(file.blocks()).body.set("efg", "3")
    assert settle(source, file.text) == "a{\n    bc  = 1 # one\n    d   = 2 # two\n    efg = 3\n}\n"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("größe", 5), ("日本", 2), ("e\u0301", 1), ("🇩🇪", 1), ("👍🏽", 1), ("a\r\nb", 3)],
)
def test_columns_are_counted_as_readers_count(text: str, columns: int) -> None:
    assert width(text) == columns
