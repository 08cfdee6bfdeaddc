"""The parts of validating that need no Terraform: encodings, outlines, version choice, made-up schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tffix.validate import SchemaDirectory
from tffix.validate.checks import check_values
from tffix.validate.invent import asked, fit_schema, invent_schema
from tffix.validate.outline import outline, outline_json
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


def test_an_outline_knows_the_places_of_arguments_and_blocks() -> None:
    text = (
        'a "b" c {\n  x = {\n    y = "}"\n  } # z\n  d { e = 1 }\n'
        '  h = <<-EOT\n    f = {\n  EOT\n  i = "${g({ j = 1 })}"\n}\n'
    )
    root = outline(text)
    assert root
    (block,) = root.blocks
    assert (block.type, block.labels, text[block.start : block.end]) == ("a", ("b", "c"), text.strip())
    assert [argument.name for argument in block.arguments] == ["x", "h", "i"]
    assert [text[argument.value : argument.end] for argument in block.arguments] == [
        '{\n    y = "}"\n  }',
        "<<-EOT\n    f = {\n  EOT",
        '"${g({ j = 1 })}"',
    ]
    inside, argument = root.path_to(text.index("e = 1"))
    assert [one.type for one in inside] == ["a", "d"]
    assert argument
    assert argument.text == "1"


def test_an_outline_of_json_has_the_same_shape() -> None:
    text = '{"resource": {"t": {"n": [{"x": "1"}]}}, "terraform": {"required_providers": {"a": "1.0"}}}'
    root = outline_json(text)
    assert root
    assert [(block.type, block.labels) for block in root.blocks] == [
        ("resource", ("t", "n")),
        ("terraform", ()),
    ]
    assert root.blocks[1].blocks[0].arguments[0].literal == "1.0"
    assert outline_json("{") is None


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
    )
    root = outline(text)
    assert root
    block = invent_schema("t", root.blocks[:1], asked(text, {"any"}))["block"]
    assert set(block["attributes"]) == {"a", "d", "f"}
    assert set(block["block_types"]["b"]["block"]["attributes"]) == {"c", "e"}
    whole = invent_schema("t", root.blocks[:1], asked(text + "x = t.n\n", {"any"}))["block"]
    assert "any" in whole["attributes"]


def test_a_partial_schema_takes_write_only_arguments_and_what_is_in_incomplete_blocks() -> None:
    root = outline(
        'r "t" "n" {\n  key_wo = "s"\n  typo = 1\n  rule {\n    deep {\n      x = 1\n    }\n  }\n}\n'
    )
    assert root
    rule = {"nesting_mode": "set", "block": {"incomplete": True}}
    block = fit_schema({"partial": True, "block": {"block_types": {"rule": rule}}}, root.blocks)["block"]
    assert set(block["attributes"]) == {"key_wo"}
    assert block["block_types"]["rule"]["nesting_mode"] == "list"
    assert set(block["block_types"]["rule"]["block"]["block_types"]) == {"deep"}
    plain: dict[str, object] = {"block": {}}
    assert fit_schema(plain, root.blocks) is plain


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
