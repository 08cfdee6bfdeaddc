"""Random edits through the tree's own operations."""

from __future__ import annotations

from random import Random

from tffix import Attribute, Block, Body, File, parse_block
from tffix.hcl.nodes import Expression, ObjectItem, Step, Template, TemplateLiteral, Traversal
from tffix.hcl.source import parse_items

VALUES = (
    "1", '"text"', "null", "[1, 2]", "[\n  1,\n  2,\n]", "{\n  a   = 1\n  bcd = 2\n}", "{}", "var.a ? 1 : 2",
    "<<EOT\n  text\nEOT", "<<-EOT\n    ${var.x}\n  EOT", "f(1,2)", "a+b", '"${var.x}-y"', "[for x in y: x]",
)  # fmt: skip
BLOCKS = (
    'output "x" {\n  value = 1\n}\n',
    "# about it\nlocals {\n  a = 1 # one\n  bcd = 2 # two\n\n  e = 3\n}\n",
    "empty {}\n",
    "one { line = true }\n",
    'resource "a" "b" {\n  # first\n  x = 1\n\n  inner {\n    y = [\n      1,\n    ]\n  }\n}\n',
)  # fmt: skip
WORDS = ("new_name", "n", "a_rather_long_name", "größe_2")
EXPRESSIONS = ("1", "var.other", "local.a_longer_name.b", '"x"', "f(x)")


def edit(r: Random, within: File | Block) -> str:
    """Makes one edit in a file or block and says which."""
    body = r.choice(list(within.body.walk()))
    attributes = [item for item in body.items if isinstance(item, Attribute)]
    items = [item for item in body.items if isinstance(item, Attribute | Block)]
    kinds = ["set new", "append block"]
    if attributes:
        kinds += ["set", "set", "remove attribute", "rename", "replace node", "replace node"]
    if any(isinstance(item, Block) for item in items):
        kinds += ["remove block", "relabel", "move"]
    if items:
        kinds += ["insert after", "insert before", "replace item", "insert attribute"]
    kind = r.choice(kinds)
    if kind == "set new":
        body.set(_free_name(r, body), r.choice(VALUES))
    elif kind == "append block":
        body.append(parse_block(r.choice(BLOCKS)))
    elif kind == "set":
        r.choice(attributes).set(r.choice(VALUES))
    elif kind == "remove attribute":
        r.choice(attributes).remove()
    elif kind == "rename":
        r.choice(attributes).rename(_free_name(r, body))
    elif kind == "replace node":
        return kind if _replace_node(r, r.choice(attributes)) else "nothing"
    elif kind == "remove block":
        r.choice([item for item in items if isinstance(item, Block)]).remove()
    elif kind == "relabel":
        r.choice([item for item in items if isinstance(item, Block)]).relabel("aws_x", r.choice(WORDS))
    elif kind == "move":
        within.body.append(r.choice([item for item in items if isinstance(item, Block)]).remove())
    elif kind == "insert after":
        body.insert_after(r.choice(items), parse_block(r.choice(BLOCKS)))
    elif kind == "insert before":
        body.insert_before(r.choice(items), parse_block(r.choice(BLOCKS)))
    elif kind == "insert attribute":
        attribute = parse_items(f"# new\n{_free_name(r, body)} = 1 # new\n")[0]
        r.choice((body.insert_after, body.insert_before))(r.choice(items), attribute)
    elif kind == "replace item":
        body.replace(r.choice(items), [parse_block(block) for block in r.sample(BLOCKS, r.randint(1, 2))])
    return kind


def _free_name(r: Random, body: Body) -> str:
    name = r.choice(WORDS)
    while body.get(name):
        name += "_"
    return name


def _replace_node(r: Random, attribute: Attribute) -> bool:
    """Replaces a part of a value by another expression, where one may stand."""
    kept = (Step, TemplateLiteral, ObjectItem)
    found: list[Expression] = [
        node
        for node in attribute.expression.walk()
        if isinstance(node, Traversal | Template) and not isinstance(node, kept)
    ]
    if not found:
        return False
    node = r.choice(found)
    attribute.replace({node: r.choice(EXPRESSIONS)})
    return True
