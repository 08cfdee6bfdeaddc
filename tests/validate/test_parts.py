"""The parts of validating that need no Terraform: encodings, places, checks, made-up schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tffix.hcl import Block
from tffix.projection import read_leniently
from tffix.terraform.address import Address
from tffix.terraform.asked import names_after, names_asked, names_asked_of
from tffix.terraform.module import Module
from tffix.validate import SchemaDirectory
from tffix.validate.checks import check_values
from tffix.validate.invent import fit_schema, invent_schema
from tffix.validate.source_files import SourceFile
from tffix.validate.wire import UNKNOWN, WireError, bytes_field, fields, number_field, text_field, unpack


def test_protobuf_fields_come_back_as_they_were_written() -> None:
    data = number_field(1, 300) + text_field(2, "ä") + bytes_field(3, b"") + number_field(4, -1)
    assert list(fields(data)) == [(1, 300), (2, "ä".encode()), (3, b""), (4, (1 << 64) - 1)]
    with pytest.raises(WireError):
        list(fields(data[:-1]))


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\xc0", None),
        (b"\xc2", False),
        (b"\x2a", 42),
        (b"\xff", -1),
        (b"\xcd\x01\x00", 256),
        (b"\xd0\x80", -128),
        (b"\xcb\x3f\xf8\x00\x00\x00\x00\x00\x00", 1.5),
        (b"\xa2hi", "hi"),
        (b"\xd9\x02hi", "hi"),
        (b"\xc4\x01x", b"x"),
        (b"\x92\x01\xc0", [1, None]),
        (b"\xdc\x00\x01\xc3", [True]),
        (b"\x81\xa1a\x81\xa1b\x01", {"a": {"b": 1}}),
        (b"\xd4\x00\x00", UNKNOWN),
        (b"\xc7\x03\x0c\x81\x01\xc2", UNKNOWN),
    ],
)
def test_msgpack_values_are_read(data: bytes, value: object) -> None:
    assert unpack(data) == value


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\xa5ab", b"\x92\x01", b"\xcd\x01"])
def test_what_is_not_msgpack_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        unpack(data)


def source_file(text: str, name: str = "main.tf") -> SourceFile:
    tree = read_leniently(text.encode(), name)
    return SourceFile(Path(name), text, tree, Module(".", {name: tree} if tree else {}))


def blocks(text: str) -> list[Block]:
    file = source_file(text)
    assert file.tree
    return list(file.tree.blocks())


def test_the_places_of_arguments_and_blocks_are_known() -> None:
    text = (
        '\ufeffa "b" c {\n  x = {\n    y = "}"\n  } # z\n  d { e = 1 }\n'
        '  h = <<-EOT\n    f = {\n  EOT\n  i = "${g({ j = 1 })}"\n}\n'
    )
    file = source_file(text)
    assert file.tree
    (block,) = file.tree.blocks()
    assert text[file.start(block) : file.end(block)] == text[1:].strip()
    assert text[file.brace(block)] == "{"
    assert [text[file.value(one) : file.end(one)] for one in block.body.attributes] == [
        '{\n    y = "}"\n  }',
        "<<-EOT\n    f = {\n  EOT",
        '"${g({ j = 1 })}"',
    ]
    inside, argument = file.path_to(text.index("e = 1"))
    assert [one.type for one in inside] == ["a", "d"]
    assert argument
    assert argument.source == "1"
    assert file.path_to(text.index("# z")) == ([block], None)


def test_the_places_in_json_are_those_of_its_text() -> None:
    text = '{"resource": {"t": {"n": [{"x": "1"}, {"x": [2, 3]}]}},\n "module": {"m": {"source" : "./m"}}}'
    file = source_file(text, "main.tf.json")
    inside, argument = file.path_to(text.index("3"))
    assert [(one.type, one.labels) for one in inside] == [("resource", ("t", "n"))]
    assert argument
    assert text[file.start(argument) : file.end(argument)] == '"x": [2, 3]'
    inside, argument = file.path_to(text.index("./m"))
    assert argument
    assert text[file.value(argument) : file.value(argument) + 5] == '"./m"'
    assert file.path_to(len(text) - 1) == ([], None)
    assert source_file("{", "main.tf.json").path_to(0) == ([], None)


def test_read_only_values_are_found_in_blocks_of_every_nesting() -> None:
    inner = {"attributes": {"arn": {"type": "string", "computed": True}}}
    types = {mode: {"nesting_mode": mode, "block": inner} for mode in ("single", "list", "set", "map")}
    schema = {
        "block": {
            "block_types": types,
            "attributes": {"id": {"type": "string", "computed": True, "optional": True}},
        }
    }
    value = {"arn": "x"}
    values = {"id": "i", "single": value, "list": [{"arn": None}, value], "set": [value], "map": {"k": value}}
    assert len(check_values(schema, values)) == 4
    assert check_values(schema, {"single": UNKNOWN, "list": UNKNOWN, "id": UNKNOWN}) == []


def test_a_made_up_schema_has_what_is_set_and_what_is_asked_for() -> None:
    text = (
        'resource "t" "n" {\n  a = 1\n  count = 1\n  b {\n    c = 1\n  }\n}\n'
        'output "o" {\n  value = [t.n[0].d, t.n.b[0].e, "${t.n["k"].f}"]\n  depends_on = [t.n]\n}\n'
        'output "p" {\n  value = [for one in t.n : one.g]\n}\n'
    )
    module = source_file(text).module
    asked = names_asked_of(Address(("t", "n")), module)
    assert asked == {"d", "b", "f", "g"}
    block = invent_schema(module.blocks("resource"), asked, names_after(module))["block"]
    assert set(block["attributes"]) == {"a", "d", "f", "g"}
    assert set(block["block_types"]["b"]["block"]["attributes"]) == {"c", "e"}
    passed_on = source_file(text + 'output "q" {\n  value = t.n\n}\n').module
    assert names_asked_of(Address(("t", "n")), passed_on) is None
    assert names_asked(passed_on) >= {"d", "e", "g", "k"}


def test_a_partial_schema_takes_write_only_arguments_and_what_is_in_incomplete_blocks() -> None:
    bodies = blocks(
        'r "t" "n" {\n  key_wo = "s"\n  typo = 1\n  rule {\n    deep {\n      x = 1\n    }\n  }\n}\n'
    )
    rule = {"nesting_mode": "set", "block": {"incomplete": True}}
    block = fit_schema({"partial": True, "block": {"block_types": {"rule": rule}}}, bodies)["block"]
    assert set(block["attributes"]) == {"key_wo"}
    assert block["block_types"]["rule"]["nesting_mode"] == "list"
    assert set(block["block_types"]["rule"]["block"]["block_types"]) == {"deep"}
    plain: dict[str, object] = {"block": {}}
    assert fit_schema(plain, bodies) is plain


def test_a_partial_schema_that_has_a_write_only_argument_says_that_it_is_one() -> None:
    bodies = blocks('r "t" "n" {\n  key_wo = "s"\n  made_wo = "s"\n}\n')
    known = {name: {"type": "string", "optional": True} for name in ("key_wo", "made_wo")}
    known["made_wo"]["computed"] = True
    fitted = fit_schema({"partial": True, "block": {"attributes": known}}, bodies)["block"]["attributes"]
    assert fitted["key_wo"] == {**known["key_wo"], "write_only": True}
    assert fitted["made_wo"] == known["made_wo"]


def test_a_directory_of_schema_files_is_a_source(tmp_path: Path) -> None:
    one = {
        "provider": {"block": {}},
        "resource_schemas": {"demo_a": {"block": {}}},
        "missing": ["resource.demo_b"],
    }
    (tmp_path / "acme-1.2.3.json").write_text(json.dumps(one))
    printed = {"format_version": "1.0", "provider_schemas": {"registry.terraform.io/acme/demo": one}}
    (tmp_path / "schemas.json").write_text(json.dumps(printed))
    source = SchemaDirectory(tmp_path)
    assert source.versions("hashicorp/acme") == ("1.2.3",)
    assert source.versions("acme/demo") == ("",)
    assert source.names("acme/demo", "", "resource") == {"demo_a", "demo_b"}
    assert source.schema("acme/demo", "", "resource", "demo_b") is None
    assert source.names("acme/demo", "", "ephemeral") is None
