"""Every byte of a file is in its tree, and the tree has the structure that Terraform sees."""

from __future__ import annotations

import pytest

from tffix import Attribute, Block, Body, Gap, HclSyntaxError, parse
from tffix.hcl import parse_structure

from .strategies import files
from .terraform_fmt import needs_terraform, samples, terraform_fmt

ACCEPTED = {
    "nothing": b"",
    "blank lines only": b"\n\n  \n\t\n",
    "a comment only": b"# nothing else",
    "CRLF": b'a = 1\r\n\r\nb "x" {\r\n  c = [\r\n    1,\r\n  ]\r\n}\r\n',
    "mixed line ends": b"a = 1\r\nb = 2\nc = 3\r\n",
    "BOM": b"\xef\xbb\xbfa = 1\n",
    "BOM alone": b"\xef\xbb\xbf",
    "tabs": b"a\t=\t1\t# c\n\tb {\n\t\tc\t=\t2\n\t}\n",
    "no last newline": b"a = 1\nb {\n}",
    "no last newline after a comment": b"a = 1 # c",
    "spaces at the end": b"a = 1  \n  \nb {}  \t\n   ",
    "comments of three kinds": b"# a\n// b\n/* c */\n/* d\n   e */\na = 1 # f\nb = 2 // g\nc = 3 /* h */\n",
    "a comment before a name": b"/* a */ b = 1\n/* c */ d {\n}\n",
    "comments around =": b"a /* b */ = /* c */ 1\n",
    "a comment over lines before =": b"a /* b\nc */ = 1\n",
    "comments in a list": b"a = [ # b\n  1, # c\n  // d\n  2 /* e */,\n  /* f */\n]\n",
    "comments in an object": b"a = { # b\n  # c\n  d = 1 # e\n  // f\n  g = 2, // h\n  /* i */\n}\n",
    "comments in a call": b"a = f( # b\n  1, # c\n  /* d */ 2 // e\n)\n",
    "comments between operators": b"a = (1 + # b\n  2 /* c */ * // d\n  3)\n",
    "a comment after {": b"a { # b\n  c = 1\n}\nd { // e\n}\nf { /* g */\n}\n",
    "a comment after }": b"a {\n} # b\nc {} // d\ne {\n} /* f */\n",
    "a comment before }": b"a {\n  b = 1\n  # c\n}\nd {\n  e = 1\n/* f */ }\n",
    "a comment in a header": b'a /* b */ "c" /* d */ {\n}\n',
    "blocks on one line": b'a {}\nb "c" { d = 1 }\ne { f = [\n1] }\ng {h={}}\n',
    "nested blocks": b'a "b" {\n  c {\n    d "e" "f" {\n      g = 1\n    }\n  }\n}\n',
    "bare labels": b'resource aws_vpc main {\n}\nresource "aws_vpc" other {\n}\n',
    "escapes in labels": b'a "b\\"c" "d$${e}" "\xc3\xbc" {\n}\n',
    "heredocs": b'a = <<EOT\nx\n  y "z" # no comment\nEOT\nb = <<-EOT\n    x\n  EOT\n',
    "an empty heredoc": b"a = <<EOT\nEOT\n",
    "heredocs with sequences": b'a = <<EOT\n${b} $${c} %%{d}\n%{ if e ~}\n${f("g")}\n%{ endif ~}\nEOT\n',
    "heredocs inside heredocs": b"a = <<EOT\n${f(<<IN\nx\nIN\n)}\nEOT\n",
    "heredocs in brackets": b"a = [<<EOT\nx\nEOT\n, 1]\nb = f(<<E\ny\nE\n)\nc = {\n  d = <<E\nz\nE\n}\n",
    "a marker with minus": b"a = <<-E-1\n  x\n  E-1\n",
    "a marker inside a line": b"a = <<EOT\nEOT x\nxEOT\n EOTX\nEOT\n",
    "a marker among white space": "a = <<EOT\nx\n\u00a0\tEOT \u3000\n".encode(),
    "carriage returns in comments": b"a = 1 # b\rc\n/* d\re */\n",
    "a heredoc with CRLF": b"a = <<EOT\r\nx\r\nEOT\r\nb = 1\r\n",
    "escaped sequences": b'a = "$${b} %%{c} $$$${d} $ % $$ %% $"\n',
    "directives": b'a = "%{ if b }c%{ else }d%{ endif }%{ for e, f in g }${f}%{ endfor }"\n',
    "trim markers": b'a = "x ${~ b ~} %{~ if c ~} d %{~ endif ~} y"\n',
    "nested templates": b'a = "b ${c ? "d ${e["f"]} g" : "h"} i"\n',
    "quotes inside interpolations": b'a = "${f("b", "c")}${"d"}"\n',
    "braces inside interpolations": b'a = "${merge({ b = 1 }, { "}" = "${c}" })}"\n',
    "legacy indexes": b"a = b.0.c\nd = e.0\nf = g.*.h.1.i\n",
    "both splats": b"a = b.*.c\nd = e[*].f[0]\ng = h[*][*].i\n",
    "for-expressions": (
        b"a = [for b in c : d]\ne = {for f, g in h : f => g... if i}\nj = [\n  for k in l :\n  k\n  if m\n]\n"
    ),
    "names that are keywords elsewhere": b"for = 1\nin = 2\nif = for\nnull = in\ntrue = {for_x=1, if=2}\n",
    "provider functions": b'a = provider::aws::arn_parse("b")\nc = core::upper("d")\n',
    "expanded arguments": b"a = f(b...)\nc = f(1, [2]...)\n",
    "unicode names and strings": 'größe = "日本語 🙂"\n資源 "é" {\n  é-1 = größe.ü\n}\n'.encode(),
    "a very long line": b'a = "' + b"x" * 300_000 + b'"\nb = [' + b"1, " * 20_000 + b"]\n",
    "long sums": b"a = 1" + b" + 1" * 5000 + b"\n",
    "long traversals": b"a = b" + b".c" * 5000 + b"\n",
    "long chains of conditionals": b"a = " + b"b ? 1 : " * 150 + b"2\n",
    "many blocks": b"b {\n  c = 1\n}\n" * 2000,
    "an object with colons and commas": b'a = { b : 1, "c" : 2, (d) : 3, 4 : 5, }\n',
    "an object of one line and more": b"a = { b = 1, c = {\n  d = 2\n}, e = 3 }\n",
    "a conditional over lines": b"a = (b\n  ? c\n  : d\n)\n",
    "a value after a newline in brackets": b"a = [\n\n\n1\n\n,\n\n2\n\n]\n",
    "large exponents": b"a = [1e2147483646, 12e-2147483651, 0e99999999999]\n",
    "numbers": b"a = [0, 1.5, 1e3, 1E-3, 1.5e+10, 007, 123456789012345678901234567890]\n",
    "operators without spaces": b"a = 1+2*3-4/5%6\nb = !c&&d||e==f\ng = -h\n",
    "minus and names": b"a = b-c - d -e\n",
    "a tuple of one": b"a = [b,]\n",
    "indexes": b'a = b[0]["c"][d.e][f[0]]\n',
    "steps after all terms": b"a = f(b).c\nd = [1, 2][0]\ne = {g = 1}.g\nh = (i).j\nk = \"l\"[0]\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_bytes_come_back_unchanged(name: str) -> None:
    data = ACCEPTED[name]
    assert bytes(parse(data)) == data


@needs_terraform
def test_terraform_accepts_the_same() -> None:
    names = list(ACCEPTED)
    verdicts = terraform_fmt([ACCEPTED[name] for name in names])
    assert [name for name, verdict in zip(names, verdicts, strict=True) if verdict is None] == []


def test_generated_files_come_back_unchanged_and_belong_together() -> None:
    for text in samples(files(4), 400):
        try:
            file = parse(text.encode())
        except HclSyntaxError:
            continue  # test_agreement.py says whether rightly
        assert bytes(file) == text.encode()
        _check_parents(file.body)
        _check_offsets(text, file.body)


def _check_parents(body: Body) -> None:
    for item in body.items:
        if isinstance(item, Block):
            assert item.body.owner is item
            _check_parents(item.body)
        if not isinstance(item, Gap):
            assert item.parent is body


def _check_offsets(text: str, body: Body) -> None:
    for inner in body.walk():
        for item in inner.items:
            if isinstance(item, Attribute):
                assert item.offset is not None and item.value_offset is not None
                assert text.startswith(item.name, item.offset)
                assert text.startswith(item.source, item.value_offset)
                assert item.source == item.source.strip()
            elif isinstance(item, Block):
                assert item.offset is not None and text.startswith(item.type, item.offset)


def test_structure_of_a_file() -> None:
    file = parse(b"""
# about main
# and more
resource "aws_vpc" "main" { # why
  cidr = "10.0.0.0/16" # size

  # set off

  tags = {
    Name = "x"
  }
  timeouts { create = "1m" }
}
""")
    gap, block = file.body.items
    assert isinstance(gap, Gap) and gap.is_blank
    assert isinstance(block, Block)
    assert (block.type, block.labels) == ("resource", ("aws_vpc", "main"))
    assert block.leading == "# about main\n# and more\n"
    assert block.opening.endswith("{ # why\n")
    kinds = [type(item).__name__ for item in block.body.items]
    assert kinds == ["Attribute", "Gap", "Gap", "Gap", "Attribute", "Block"]
    cidr = block.get("cidr")
    assert cidr is not None and cidr.trailing == " # size\n" and cidr.string == "10.0.0.0/16"
    assert [one.type for one in block.blocks()] == ["timeouts"]
    timeouts = next(block.blocks("timeouts"))
    assert [attribute.name for attribute in timeouts.body.attributes] == ["create"]


def test_comments_belong_to_what_they_touch() -> None:
    file = parse(b"# set off\n\n# of a\na = 1 # end of a\n# of b\n/* of b */ b = 2\n\n# last\n")
    first, blank, a, b, blank_2, last = file.body.items
    assert [item.text for item in (first, blank, blank_2, last)] == ["# set off\n", "\n", "\n", "# last\n"]
    assert isinstance(a, Attribute) and a.leading == "# of a\n" and a.trailing == " # end of a\n"
    assert isinstance(b, Attribute) and b.leading == "# of b\n/* of b */ "


def test_typed_reading() -> None:
    body = parse(
        b'a = "x\\n"\nb = 1.5\nc = true\nd = null\ne = "x${y}"\nf = <<EOT\nz\nEOT\ng = "1"\nh = -1\n'
    ).body

    def values(kind: str) -> dict[str, object]:
        return {one.name: getattr(one, kind) for one in body.attributes if getattr(one, kind) is not None}

    assert values("string") == {"a": "x\n", "f": "z\n", "g": "1"}
    assert values("number") == {"b": 1.5}
    assert values("boolean") == {"c": True}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("[", "]"), ("(", ")"), ("{a=", "}"), ("f(", ")"), ('"${', '}"'), ("[for a in b : ", "]"), ("a[", "]")],
)
def test_ten_thousand_brackets_that_do_not_match_are_an_error(opening: str, closing: str) -> None:
    for text in (opening * 10_000, "1" + closing * 10_000):
        with pytest.raises(HclSyntaxError) as caught:
            parse(f"a = {text}\n".encode())
        assert caught.value.line == 1


def test_ten_thousand_blocks_that_do_not_match_are_an_error() -> None:
    for text in ("b {\n" * 10_000, "}\n" * 10_000):
        with pytest.raises(HclSyntaxError):
            parse(text.encode())


@pytest.mark.parametrize(
    "text", ["a = " + "!" * 10_000 + "b", "a = " + "-" * 10_000 + "1", "a = b" + "[0]" * 10_000]
)
def test_long_chains_are_no_nesting(text: str) -> None:
    file = parse(text.encode())
    assert bytes(file) == text.encode()
    attribute = next(file.body.attributes)
    assert sum(1 for _ in attribute.expression.walk()) > 10_000


def test_structure_alone_leaves_expressions_for_later() -> None:
    file = parse_structure(b"a = 1\nb = [1 2]\n")
    assert [attribute.source for attribute in file.body.attributes] == ["1", "[1 2]"]
    with pytest.raises(HclSyntaxError):
        parse(b"a = 1\nb = [1 2]\n")
