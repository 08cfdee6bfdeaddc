"""What is no HCL is refused with its place and a reason that helps."""

from __future__ import annotations

import pickle

import pytest

from tffix import HclSyntaxError, parse

from .terraform_fmt import needs_terraform, terraform_fmt

REJECTED: list[tuple[str, int, int, str]] = [
    ("a = \n", 1, 5, "an expression is expected here, not the end of the line"),
    ("a =\n  1\n", 1, 4, "an expression is expected here, not the end of the line"),
    ("a = ]", 1, 5, "an expression is expected here, not ']'"),
    ("a = 1 +", 1, 8, "an expression is expected here"),
    ("a = 1 2", 1, 7, "the argument must end with a newline, but a number follows its value"),
    ("a = 1\nb = 2 c = 3", 2, 7, "but the name 'c' follows its value"),
    ("a = 1)", 1, 6, "a newline is expected after the argument"),
    ("a = 1, b = 2", 1, 6, "but ',' follows its value"),
    ("a = [1 2]", 1, 8, "a comma is expected before the next item, not a number"),
    ("a = [\n  1\n  2\n]", 3, 3, "a comma is expected before the next item"),
    ("a = [1,", 1, 5, "this '[' is never closed"),
    ("a = [1, (2, 3]", 1, 11, "')' is expected, not ','"),
    ("a = {\n  b = 1\n", 1, 5, "this '{' is never closed"),
    ("a = {b = 1 c = 2}", 1, 12, "a newline or a comma is expected before the next item, not the name 'c'"),
    ("a = {\n b = 1,\n c\n}", 3, 3, "'=' is expected after the key, not the end of the line"),
    ('a = {"b"}', 1, 9, "'=' is expected after the key, not '}'"),
    ("a = f(1 2)", 1, 9, "a comma is expected before the next argument, not a number"),
    ("a = f(1", 1, 6, "this '(' is never closed"),
    ("a = f(b..., c)", 1, 11, "')' is expected, not ','"),
    ("a = b[1 2]", 1, 9, "']' is expected, not a number"),
    ("a = b ? 1", 1, 10, "a conditional needs ':'"),
    ('a = b ? "x" "y"', 1, 13, "a conditional needs ':'"),
    ("a = [for b in c]", 1, 16, "a for-expression needs ':' after its collection"),
    ("a = [for b c : d]", 1, 12, "a for-expression needs the word 'in' here"),
    ("a = {for b in c : d}", 1, 20, "needs '=>' after its key"),
    ("a = b.", 1, 7, "an attribute name is expected after the dot"),
    ("a = b.1.2", 1, 7, "two indexes in a row are written [1][2]"),
    ("a = b.*.*", 1, 9, "a splat (.*) cannot be inside another one"),
    ("a = b::c", 1, 8, "a function name and its parenthesis are expected after '::'"),
    ('a = "b', 1, 5, "this string is never closed"),
    ('a = "b\nc"', 1, 7, "a quoted string must end on the line it begins on"),
    ('a = "b\\q"', 1, 7, "not an escape sequence"),
    ('a = "\\ud800"', 1, 6, "U+d800 is not a character"),
    ('a = "${b', 1, 6, "this template sequence is never closed"),
    ('a = "${b c}"', 1, 10, "the template sequence must end with '}'"),
    ('a = "%{ if b }c"', 1, 16, "endif or endfor is missing"),
    ('a = "%{ elseif b }"', 1, 9, "'elseif' is not a template directive"),
    ("a = <<EOT\nb\n", 1, 5, "this heredoc is never closed: no line contains just EOT"),
    ("a = 1 /* b", 1, 7, "this comment is never closed"),
    ("a = 1e2147483647", 1, 5, "1e2147483647 is not a number"),
    ("a = 1e-9999999999", 1, 5, "is not a number"),
    ("a = <<EOT\n${]\nb}\nEOT\n", 2, 3, "an expression is expected here, not ']'"),
    ("a = <<EOT\nb\rc\nEOT\n", 2, 2, "a carriage return is allowed only before a line feed"),
    ("a = <<EOT\nb\n\x1cEOT\n", 1, 5, "this heredoc is never closed"),
    ("a = 'b'", 1, 5, "strings are written in double quotes"),
    ("a = “b”", 1, 5, "curly quotes are not quotes"),
    ("a = ${b}", 1, 5, "a reference is written without ${ and }"),
    ("a = b & c", 1, 7, "'and' is written &&"),
    ("a = 1;", 1, 6, "arguments are separated by newlines"),
    ("a = \ufeffb", 1, 5, "a byte order mark is allowed only at the very beginning"),
    ("a", 1, 1, "'a' is neither an argument ('=' is missing) nor a block"),
    ("a.b = 1", 1, 2, "'=', a block label or '{' is expected here, not '.'"),
    ('"a" = 1', 1, 1, "the name of an argument is written without quotes"),
    ("1a = 1", 1, 1, "an argument or a block is expected here, not '1'"),
    ("a = 1\n\na = 2", 3, 1, "the argument 'a' is set already, on line 1"),
    ('b "c"\n{\n}', 1, 6, "a block needs its '{' on the line of its header"),
    ('b "c" = {', 1, 7, "a block is written without '='"),
    ('b "${c}" {}', 1, 3, "a block label cannot contain a template sequence"),
    ("b {\n  c = 1\n", 1, 3, "this block is never closed"),
    ("b {\n}\n}", 3, 1, "an argument or a block is expected here, not '}'"),
    ("b { c = 1, d = 2 }", 1, 10, "','"),
    ("b { c { d = 1 } }", 1, 5, "a block on one line can have only one argument"),
    ("b { c = 1\n}", 1, 10, "a block on one line has one argument and ends on that line"),
    ("größe = 1\nü = @", 2, 5, "unexpected character '@'"),
    ('a = "日本語" @', 1, 11, "unexpected character '@'"),
    ("a = \0", 1, 5, "unexpected character U+0000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message"), REJECTED, ids=[repr(r[0]) for r in REJECTED])
def test_errors_have_a_place_and_a_reason(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(text.encode(), "main.tf")
    error = caught.value
    assert (error.path, error.line, error.column) == ("main.tf", line, column), error.message
    assert message in error.message
    assert str(error) == f"main.tf:{line}:{column}: {error.message}"


@needs_terraform
def test_terraform_rejects_the_same() -> None:
    verdicts = terraform_fmt([text for text, *_ in REJECTED])
    assert [row[0] for row, verdict in zip(REJECTED, verdicts, strict=True) if verdict is not None] == []


def test_bytes_that_are_not_utf8() -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(b'a = 1\nb = "\xff"\n')
    assert (caught.value.line, caught.value.column) == (2, 6)
    assert "UTF-8" in caught.value.message


def test_a_byte_order_mark_does_not_shift_places() -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(b"\xef\xbb\xbfa = @")
    assert (caught.value.line, caught.value.column) == (1, 5)


def test_columns_count_from_the_line_also_with_crlf() -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(b"a = 1\r\nb = @\r\n")
    assert (caught.value.line, caught.value.column) == (2, 5)


def test_errors_can_be_pickled() -> None:
    error = HclSyntaxError("message", "a.tf", 1, 2)
    again = pickle.loads(pickle.dumps(error))
    assert (again.message, again.path, again.line, again.column) == ("message", "a.tf", 1, 2)
