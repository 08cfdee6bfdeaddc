"""Expressions become the nodes that the specification names, each with its own piece of the text."""

from __future__ import annotations

import pytest

from tffix import nodes, quote
from tffix.hcl.nodes import Expression
from tffix.hcl.parser import parse_expression

from .strategies import expressions
from .terraform_fmt import samples


def shape(node: Expression) -> str:
    """A node and all below it: ``Kind(children)`` with what is particular to the kind."""
    inner = " ".join(map(shape, node.children))
    return f"{type(node).__name__}{_particular(node)}" + (f"({inner})" if inner else "")


def _particular(node: Expression) -> str:
    match node:
        case nodes.Literal():
            return f":{node.value!r}"
        case nodes.TemplateLiteral():
            return f":{node.value!r}"
        case nodes.Traversal():
            return f":{node.root}"
        case nodes.GetAttribute():
            return f":{node.name}"
        case nodes.LegacyIndex():
            return f":{node.number}"
        case nodes.Splat():
            return ":full" if node.full else ""
        case nodes.Call():
            return f":{node.name}" + ("..." if node.expanded else "")
        case nodes.Binary() | nodes.Unary():
            return f":{node.operator}"
        case nodes.For():
            return f":{','.join(node.names)}" + ("..." if node.grouped else "")
        case nodes.ForDirective():
            return f":{node.key},{node.value}:{node.trims}"
        case nodes.IfDirective() | nodes.Interpolation():
            return f":{node.trims}"
        case nodes.Template():
            return f":{node.marker}" if node.is_heredoc else ""
    return ""


NO = "(False, False)"
SHAPES = {
    "1": "Literal:1",
    "1.50": "Literal:1.5",
    "1e3": "Literal:1000.0",
    "true": "Literal:True",
    "null": "Literal:None",
    '""': "Template",
    '"a\\n$${b}"': "Template(TemplateLiteral:'a\\n${b}')",
    '"${a}"': f"Template(Interpolation:{NO}(Traversal:a))",
    '"x${~ a ~}y"': (
        "Template(TemplateLiteral:'x' Interpolation:(True, True)(Traversal:a) TemplateLiteral:'y')"
    ),
    '"%{ if a }b%{ endif }"': f"Template(IfDirective:({NO}, {NO})(Traversal:a TemplateLiteral:'b'))",
    '"%{ if a ~}b%{ else }c%{~ endif }"': (
        f"Template(IfDirective:((False, True), {NO}, (True, False))"
        "(Traversal:a TemplateLiteral:'b' TemplateLiteral:'c'))"
    ),
    '"%{ for a in b }${a}%{ endfor ~}"': (
        f"Template(ForDirective:None,a:({NO}, (False, True))(Traversal:b Interpolation:{NO}(Traversal:a)))"
    ),
    '"%{ for a, b in c }%{ endfor }"': f"Template(ForDirective:a,b:({NO}, {NO})(Traversal:c))",
    "<<EOT\na\nEOT": "Template:EOT(TemplateLiteral:'a\\n')",
    "<<-E-1\n a ${b}\n E-1": (
        f"Template:E-1(TemplateLiteral:' a ' Interpolation:{NO}(Traversal:b) TemplateLiteral:'\\n')"
    ),
    "a": "Traversal:a",
    "a.b": "Traversal:a(GetAttribute:b)",
    "a . b": "Traversal:a(GetAttribute:b)",
    'a["b"]': "Traversal:a(Index(Template(TemplateLiteral:'b')))",
    "a[b.c]": "Traversal:a(Index(Traversal:b(GetAttribute:c)))",
    "a.0.b": "Traversal:a(LegacyIndex:0 GetAttribute:b)",
    "a.*.b": "Traversal:a(Splat GetAttribute:b)",
    "a[*].b": "Traversal:a(Splat:full GetAttribute:b)",
    "f()": "Call:f",
    "f(a, 1,)": "Call:f(Traversal:a Literal:1)",
    "f(a...)": "Call:f...(Traversal:a)",
    "a::b::c(1)": "Call:a::b::c(Literal:1)",
    "f(a).b[0]": "Access(Call:f(Traversal:a) GetAttribute:b Index(Literal:0))",
    "(a).b": "Access(Parentheses(Traversal:a) GetAttribute:b)",
    '"a".b': "Access(Template(TemplateLiteral:'a') GetAttribute:b)",
    "[a][*]": "Access(Tuple(Traversal:a) Splat:full)",
    "a ? b : c": "Conditional(Traversal:a Traversal:b Traversal:c)",
    "a ? b : c ? 1 : 2": "Conditional(Traversal:a Traversal:b Conditional(Traversal:c Literal:1 Literal:2))",
    "a + b": "Binary:+(Traversal:a Traversal:b)",
    "a - b - c": "Binary:-(Binary:-(Traversal:a Traversal:b) Traversal:c)",
    "a + b * c": "Binary:+(Traversal:a Binary:*(Traversal:b Traversal:c))",
    "a * b + c": "Binary:+(Binary:*(Traversal:a Traversal:b) Traversal:c)",
    "a || b && c": "Binary:||(Traversal:a Binary:&&(Traversal:b Traversal:c))",
    "a == b < c": "Binary:==(Traversal:a Binary:<(Traversal:b Traversal:c))",
    "a < b + c": "Binary:<(Traversal:a Binary:+(Traversal:b Traversal:c))",
    "a + b ? c : d": "Conditional(Binary:+(Traversal:a Traversal:b) Traversal:c Traversal:d)",
    "!a == b": "Binary:==(Unary:!(Traversal:a) Traversal:b)",
    "-a.b": "Unary:-(Traversal:a(GetAttribute:b))",
    "!!a": "Unary:!(Unary:!(Traversal:a))",
    "a-b": "Traversal:a-b",
    "(a)": "Parentheses(Traversal:a)",
    "[]": "Tuple",
    "[a, 1]": "Tuple(Traversal:a Literal:1)",
    "{}": "Object",
    "{ a = b }": "Object(ObjectItem(Traversal:b))",
    '{ "a" : 1, (b) = 2 }': (
        "Object(ObjectItem(Template(TemplateLiteral:'a') Literal:1)"
        " ObjectItem(Parentheses(Traversal:b) Literal:2))"
    ),
    "{\n a = 1\n\n b = 2\n}": "Object(ObjectItem(Literal:1) ObjectItem(Literal:2))",
    "[for a in b : c]": "For:a(Traversal:b Traversal:c)",
    "[for a, b in c : d if e]": "For:a,b(Traversal:c Traversal:d Traversal:e)",
    "{for a in b : c => d}": "For:a(Traversal:b Traversal:c Traversal:d)",
    "{for a in b : c => d... if e}": "For:a...(Traversal:b Traversal:c Traversal:d Traversal:e)",
    "[for for in in : if]": "For:for(Traversal:in Traversal:if)",
    "{ for_a = 1 }": "Object(ObjectItem(Literal:1))",
}


@pytest.mark.parametrize("text", SHAPES)
def test_shapes(text: str) -> None:
    assert shape(parse_expression(text)) == SHAPES[text]


SPANS = {
    "  a.b ": ["a.b", ".b"],
    "a [ 0 ] . b": ["a [ 0 ] . b", "[ 0 ]", "0", ". b"],
    "f( a , /* b */ 1 )": ["f( a , /* b */ 1 )", "a", "1"],
    "a+b*c": ["a+b*c", "a", "b*c", "b", "c"],
    "(a + b)": ["(a + b)", "a + b", "a", "b"],
    "a ?b: c": ["a ?b: c", "a", "b", "c"],
    '"x${ a }y"': ['"x${ a }y"', "x", "${ a }", "a", "y"],
    '"%{ if a }b%{ endif }"': ['"%{ if a }b%{ endif }"', "%{ if a }b%{ endif }", "a", "b"],
    "<<EOT\na${b}\nEOT": ["<<EOT\na${b}\nEOT", "a", "${b}", "b", "\n"],
    "{ a = 1 # c\n b : 2 }": ["{ a = 1 # c\n b : 2 }", "a = 1", "1", "b : 2", "2"],
    "[ for a in b : c ]": ["[ for a in b : c ]", "b", "c"],
    "- a": ["- a", "a"],
    "f(a).b": ["f(a).b", "f(a)", "a", ".b"],
}


@pytest.mark.parametrize("text", SPANS)
def test_spans(text: str) -> None:
    assert [node.text for node in parse_expression(text).walk()] == SPANS[text]


def test_nodes_lie_inside_their_parents_and_in_order() -> None:
    for text in samples(expressions(), 400):
        node = parse_expression(text)
        assert node.text == text.strip()
        for parent in node.walk():
            position = parent.start
            for child in parent.children:
                assert child.source is parent.source
                assert position <= child.start < child.end <= parent.end
                position = child.end


def test_a_node_by_itself_parses_to_the_same_shape() -> None:
    parts = (nodes.Step, nodes.ObjectItem, nodes.TemplateLiteral, nodes.Interpolation)
    directives = (nodes.IfDirective, nodes.ForDirective)
    for text in samples(expressions(), 200):
        for node in parse_expression(text).walk():
            if not isinstance(node, (*parts, *directives)):
                in_parentheses = parse_expression(f"({node.text}\n)")
                assert isinstance(in_parentheses, nodes.Parentheses)
                assert shape(in_parentheses.inner) == shape(node)


def test_equal_texts_share_one_tree() -> None:
    assert parse_expression("[a, b.c]") is parse_expression("[a, b.c]")


def test_find_takes_a_kind_and_a_condition() -> None:
    node = parse_expression('f(var.a, "x", [var.b, local.c])')
    found = node.find(nodes.Traversal, lambda one: one.root == "var")
    assert [one.text for one in found] == ["var.a", "var.b"]


def test_names_and_parts_of_traversals() -> None:
    node = parse_expression('module . net [ "a" ].subnets[*].id')
    assert isinstance(node, nodes.Traversal)
    assert node.names == ("module", "net")
    assert node.head(2) == "module . net"
    assert node.tail(2) == ' [ "a" ].subnets[*].id'
    assert node.tail(1) == ' . net [ "a" ].subnets[*].id'


def test_literal_strings() -> None:
    def literal(text: str) -> str | None:
        node = parse_expression(text)
        assert isinstance(node, nodes.Template)
        return node.literal

    assert literal('"a\\tb\\u00e9\\U0001F600 $${c} %%{d} $e"') == "a\tbé😀 ${c} %{d} $e"
    assert literal('"$$$${a}"') == "$$${a}"
    assert literal('"${a}"') is None
    assert literal("<<EOT\n  a\\n\n b\nEOT") == "  a\\n\n b\n"
    assert literal("<<-EOT\n    a\n\n      b\n    EOT") == "a\n\n  b\n"
    assert literal("<<EOT\nEOT") == ""
    assert literal("<<-EOT\r\n  a\r\n\r\n    b\r\n  EOT") == "a\r\n\r\n  b\r\n"


@pytest.mark.parametrize(
    "value", ["", "a", 'a"b\\c', "${a} %{b} $c %d $${e}", "line\nand\r\n\ttab", "é 🙂", "$", "%%"]
)
def test_quote_writes_what_reads_back(value: str) -> None:
    node = parse_expression(quote(value))
    assert isinstance(node, nodes.Template) and node.literal == value


def test_object_items_know_their_names() -> None:
    node = parse_expression('{ a = 1, "b" = 2, (c) = 3, "d${e}" = 4, 5 = 6 }')
    assert isinstance(node, nodes.Object)
    assert [item.name for item in node.items] == ["a", "b", None, None, "5"]
    found = node.get("b")
    assert found is not None and found.value.text == "2"
