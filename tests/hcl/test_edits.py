"""The editing operations, each on a small file, with the layout settled as the runner does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tffix import Attribute, Block, Body, File, parse, parse_block
from tffix.hcl.errors import SyntaxFault
from tffix.hcl.nodes import Template, Traversal
from tffix.hcl.settle import settle
from tffix.hcl.source import parse_items

MAIN = """\
# about a
resource "aws_a" "one" { # why
  # the name
  name = "x" # fixed
  long_name = var.y

  tags = { Name = "x" }

  inner {
    on = true
  }
}

# stands alone

locals {
  a = 1
}
"""
MAIN = MAIN.replace("  name = ", "  name      = ")


def edited(source: str, change: Callable[[File], object]) -> str:
    """``source`` after a change and the settling of its layout; it must still parse."""
    file = parse(source.encode())
    change(file)
    text = settle(source, file.text)
    parse(text.encode())
    return text


def first(file: File, type_: str | None = None) -> Block:
    return next(file.blocks(type_))


def attribute(file: File, name: str) -> Attribute:
    return next(found for body in file.body.walk() if (found := body.get(name)) is not None)


def diff(before: str, after: str) -> list[str]:
    """The lines taken out and put in."""
    import difflib

    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line.rstrip() for line in lines if line[0] in "+-"]


def test_set_keeps_the_comments_of_an_attribute() -> None:
    text = edited(MAIN, lambda file: attribute(file, "name").set("local.name"))
    assert diff(MAIN, text) == ['-   name      = "x" # fixed', "+   name      = local.name # fixed"]


def test_set_of_several_lines_leaves_the_run_of_aligned_lines() -> None:
    text = edited(MAIN, lambda file: attribute(file, "long_name").set("[\n1,\n]"))
    assert '  name = "x" # fixed\n  long_name = [\n    1,\n  ]\n' in text


def test_set_of_a_heredoc_moves_the_comment_above() -> None:
    text = edited(MAIN, lambda file: attribute(file, "name").set("<<EOT\ntext\nEOT"))
    assert "  # the name\n  # fixed\n  name      = <<EOT\ntext\nEOT\n" in text


def test_set_of_a_heredoc_in_a_block_on_one_line_opens_it() -> None:
    text = edited("b { a = 1 }\n", lambda file: attribute(file, "a").set("<<EOT\ntext\nEOT"))
    assert text == "b {\n  a = <<EOT\ntext\nEOT\n}\n"


@pytest.mark.parametrize("source", ["", "a b", "[1", '"x', "1\n2", "}", "a = b"])
def test_set_refuses_what_is_no_expression(source: str) -> None:
    file = parse(MAIN.encode())
    for refused in (attribute(file, "name").set, lambda source: first(file).body.set("new", source)):
        with pytest.raises(SyntaxFault):
            refused(source)
    assert file.text == MAIN


def test_rename_realigns_the_run() -> None:
    text = edited(MAIN, lambda file: attribute(file, "long_name").rename("n"))
    assert '  name = "x" # fixed\n  n    = var.y\n' in text
    with pytest.raises(SyntaxFault):
        attribute(parse(MAIN.encode()), "name").rename("a b")


def test_remove_takes_the_comments_along() -> None:
    text = edited(MAIN, lambda file: attribute(file, "name").remove())
    assert text.startswith('# about a\nresource "aws_a" "one" { # why\n  long_name = var.y\n\n  tags')


def test_remove_leaves_no_double_blank_line() -> None:
    text = edited(MAIN, lambda file: attribute(file, "tags").remove())
    assert "  long_name = var.y\n\n  inner {\n" in text


def test_remove_leaves_comments_that_are_about_the_whole_block() -> None:
    source = """b {
  # checkov:skip=CKV_AWS_1:why
  # about x
  x = 1 # tfsec:ignore:a

  c {
    #checkov:skip=CKV_AWS_2
    y = 2 #checkov:skip=CKV_AWS_3:why not
  }
}
"""
    taken: list[str] = []

    def change(file: File) -> None:
        body = first(file).body
        taken.append(attribute(file, "x").remove().text)
        taken.append(next(body.blocks("c")).remove().text)

    text = edited(source, change)
    kept = ["# checkov:skip=CKV_AWS_1:why", "", "#checkov:skip=CKV_AWS_2", "#checkov:skip=CKV_AWS_3:why not"]
    assert [line.strip() for line in text.splitlines()] == ["b {", *kept, "}"]
    assert taken[0] == "  # about x\n  x = 1 # tfsec:ignore:a\n"
    assert "skip" not in taken[1]


def test_remove_of_a_block_leaves_comments_that_are_set_off() -> None:
    text = edited(MAIN, lambda file: first(file).remove())
    assert text == "# stands alone\n\nlocals {\n  a = 1\n}\n"
    assert edited(MAIN, lambda file: first(file, "locals").remove()).endswith("}\n\n# stands alone\n")


def test_set_of_a_new_attribute_goes_before_nested_blocks() -> None:
    text = edited(MAIN, lambda file: first(file).body.set("new", "1"))
    assert '  tags = { Name = "x" }\n  new  = 1\n\n  inner {\n' in text


def test_set_of_a_new_attribute_after_another() -> None:
    text = edited(MAIN, lambda file: first(file).body.set("new", "1", after="name"))
    assert '  name      = "x" # fixed\n  new       = 1\n  long_name = var.y\n' in text


def test_set_in_an_empty_block() -> None:
    for source in ("b {}\n", "b {\n}\n", "b { }", "b {\n\n}\n"):
        text = edited(source, lambda file: first(file).body.set("a", "1"))
        assert text.startswith("b {\n  a = 1\n") and text.rstrip().endswith("}")


def test_set_in_a_block_on_one_line() -> None:
    text = edited("b { a = 1 } # c\n", lambda file: first(file).body.set("long", "2"))
    assert text == "b {\n  a    = 1\n  long = 2\n} # c\n"


def test_append_puts_a_block_on_a_line_apart() -> None:
    block = 'output "x" {\n value = 1\n}'
    text = edited(MAIN, lambda file: file.body.append(parse_block(block)))
    assert text == MAIN + '\noutput "x" {\n  value = 1\n}\n'
    assert edited("", lambda file: file.body.append(parse_block(block))) == 'output "x" {\n  value = 1\n}\n'
    assert edited("a = 1", lambda file: file.body.append(parse_block("b {}"))) == "a = 1\n\nb {}\n"


@pytest.mark.parametrize(
    "source", ["b {\n  a = 1\n\n  depends_on = [c]\n}\n", "b {\n  a = 1\n  depends_on = [c]\n}\n"]
)
def test_nothing_new_goes_below_depends_on(source: str) -> None:
    text = edited(source, lambda file: first(file).body.set("d", "2"))
    assert [line.split()[0] for line in text.split("\n") if "=" in line] == ["a", "d", "depends_on"]
    text = edited(source, lambda file: first(file).body.append(Attribute.new("d", "2")))
    assert text == "b {\n  a = 1\n  d = 2\n\n  depends_on = [c]\n}\n"
    text = edited(source, lambda file: first(file).body.append(parse_block("e {}")))
    assert text == "b {\n  a = 1\n\n  e {}\n\n  depends_on = [c]\n}\n"


def test_set_in_a_block_of_depends_on_alone() -> None:
    text = edited("b {\n  depends_on = [c]\n}\n", lambda file: first(file).body.set("a", "1"))
    assert text == "b {\n  a          = 1\n  depends_on = [c]\n}\n"


def test_insert_before_and_after() -> None:
    text = edited(MAIN, lambda file: file.body.insert_before(first(file), parse_block("# new\nb {}\n")))
    assert text == "# new\nb {}\n\n" + MAIN
    text = edited(MAIN, lambda file: file.body.insert_after(first(file), parse_block("# new\nb {}\n")))
    assert "\n}\n\n# new\nb {}\n\n# stands alone\n" in text


def test_insert_into_a_block() -> None:
    def change(file: File) -> None:
        first(file).body.insert_after(attribute(file, "name"), parse_items("# two\ntwo = 2")[0])

    assert '  name = "x" # fixed\n  # two\n  two       = 2\n  long_name = var.y\n' in edited(MAIN, change)


def test_replace_hands_the_comments_on() -> None:
    def change(file: File) -> None:
        file.body.replace(first(file), [parse_block("b {}"), parse_block("c {}")])

    assert edited(MAIN, change).startswith("# about a\nb {}\n\nc {}\n\n# stands alone\n")


def test_move_to_another_file_takes_the_comments_along() -> None:
    other = parse(b"x = 1\n")

    def change(file: File) -> None:
        other.body.append(first(file).remove())

    assert edited(MAIN, change) == "# stands alone\n\nlocals {\n  a = 1\n}\n"
    assert other.text.startswith('x = 1\n\n# about a\nresource "aws_a" "one" { # why\n')
    moved = next(other.blocks("resource"))
    assert moved.parent is other.body


def test_relabel_keeps_comments() -> None:
    text = edited(MAIN, lambda file: first(file).relabel("aws_b", "two"))
    assert diff(MAIN, text) == ['- resource "aws_a" "one" { # why', '+ resource "aws_b" "two" { # why']
    for source in ("b {}\n", "b x { # {\n}\n", 'b "{" /* { */ {\n}\n'):
        text = edited(source, lambda file: first(file).relabel("y"))
        assert text.startswith('b "y" {')
        assert next(parse(text.encode()).blocks()).labels == ("y",)


def test_replace_of_parts_of_an_expression() -> None:
    source = 'a = f(var.x, "${var.x}-y", [var.z])\n'

    def change(file: File) -> None:
        found = attribute(file, "a")
        nodes = found.expression.find(Traversal, lambda node: node.names == ("var", "x"))
        found.replace(dict.fromkeys(nodes, "local.new"))

    assert edited(source, change) == 'a = f(local.new, "${local.new}-y", [var.z])\n'


def test_replace_refuses_nodes_of_another_expression() -> None:
    file = parse(b"a = var.x\nb = [1, var.x]\n")
    a, b = file.body.attributes
    stale = b.expression
    b.set("2")
    for node in (stale, a.expression):
        with pytest.raises(ValueError):
            b.replace({node: "1"})
    with pytest.raises(SyntaxFault):
        a.replace({a.expression: "1 2"})
    with pytest.raises(ValueError):
        a.replace(dict.fromkeys(a.expression.walk(), "1"))
    assert file.text == "a = var.x\nb = 2\n"


def test_find_blocks_by_type_and_labels() -> None:
    file = parse(b'r "a" "x" {}\nr "a" "y" {}\nr "b" "x" {}\ns "a" {}\n')

    def labels(*wanted: str) -> list[tuple[str, ...]]:
        return [block.labels for block in file.blocks(*wanted)]

    assert labels("r", "a") == [("a", "x"), ("a", "y")]
    assert labels("r", "b", "x") == [("b", "x")]
    assert labels("r", "a", "z") == []
    assert len(labels()) == 4


def test_parse_block_takes_exactly_one() -> None:
    assert parse_block("# c\nb {\n a = 1\n}").leading == "# c\n"
    for source in ("", "a = 1", "b {}\nc {}", "b {", "b { a = 1 2 }"):
        with pytest.raises(SyntaxFault):
            parse_block(source)


def test_walk_gives_bodies_in_order() -> None:
    file = parse(b"a {\n b {}\n c { d = 1 }\n}\ne {}\n")
    owners = [body.owner.type if body.owner else None for body in file.body.walk()]
    assert owners == [None, "a", "b", "c", "e"]
    assert isinstance(file.body, Body)


def test_strings_can_be_replaced_by_what_quote_writes() -> None:
    def change(file: File) -> None:
        found = attribute(file, "a")
        node = next(found.expression.find(Template))
        found.replace({node: "local.b"})

    assert edited('a = ["b"]\n', change) == "a = [local.b]\n"


def test_edits_in_a_file_with_crlf_keep_crlf() -> None:
    source = "b {\r\n  a = 1\r\n}\r\n"
    text = edited(source, lambda file: first(file).body.set("long", "[\n1,\n]"))
    assert text == "b {\r\n  a = 1\r\n  long = [\r\n    1,\r\n  ]\r\n}\r\n"
