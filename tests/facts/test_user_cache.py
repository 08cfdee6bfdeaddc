"""Schemas that the user's own Terraform wrote are kept and preferred."""

import json
from pathlib import Path
from typing import Any

import pytest

from tffix.facts import database
from tffix.facts.schemas import providers, schema, types, versions
from tffix.facts.user_cache import update_from
from tffix.facts.versions import counting_version

ADDRESS = "registry.opentofu.org/hashicorp/aws"
OUTPUT: dict[str, Any] = {
    "format_version": "1.0",
    "provider_schemas": {
        ADDRESS: {
            "provider": {
                "version": 0,
                "block": {"attributes": {"region": {"type": "string", "optional": True}}},
            },
            "resource_schemas": {
                "aws_vpc": {
                    "version": 1,
                    "block": {
                        "attributes": {
                            "cidr_block": {"type": "string", "required": True},
                            "secret": {
                                "type": ["set", "string"],
                                "optional": True,
                                "computed": True,
                                "sensitive": True,
                                "deprecated": True,
                            },
                            "endpoint": {
                                "optional": True,
                                "nested_type": {
                                    "nesting_mode": "list",
                                    "attributes": {"port": {"type": "number", "required": True}},
                                },
                            },
                        },
                        "block_types": {
                            "rule": {"nesting_mode": "set", "min_items": 1, "max_items": 7, "block": {}}
                        },
                    },
                }
            },
            "data_source_schemas": {"aws_vpc": {"version": 0, "block": {}}},
        },
        "registry.example.com/somebody/else": {"resource_schemas": {"else_thing": {"block": {}}}},
    },
}


def update(version: str = "5.31.0") -> None:
    update_from(json.dumps(OUTPUT).encode(), {ADDRESS: version})


def test_a_schema_is_stored_with_all_that_terraform_tells() -> None:
    update()
    vpc = schema("hashicorp/aws", "5.31.0", "resource", "aws_vpc")
    assert vpc is not None
    secret = vpc.attributes["secret"]
    assert (secret.type, secret.sensitive, secret.deprecated) == (["set", "string"], True, True)
    assert (secret.required, secret.optional, secret.computed) == (False, True, True)
    assert vpc.attributes["cidr_block"].sensitive is False
    rule = vpc.blocks["rule"]
    assert (rule.nesting, rule.required, rule.max_items) == ("set", True, 7)
    assert vpc.complete


def test_a_nested_attribute_has_a_type_and_members() -> None:
    update()
    vpc = schema("hashicorp/aws", "5.31.0", "resource", "aws_vpc")
    assert vpc is not None
    endpoint = vpc.attributes["endpoint"]
    assert endpoint.type == ["list", ["object", {"port": "number"}]]
    assert endpoint.nested is not None
    assert endpoint.nested.attributes["port"].required


def test_a_stored_version_stands_beside_the_embedded_ones() -> None:
    before = versions("hashicorp/aws")
    update()
    assert set(versions("hashicorp/aws")) == {*before, "5.31.0"}
    assert counting_version("hashicorp/aws", ["~> 5.31.0"]) == ("5.31.0", True)
    assert types("hashicorp/aws", "5.31.0", "data") == {"aws_vpc"}
    assert types("hashicorp/aws", "5.31.0", "provider") == {"aws"}


def test_a_stored_version_replaces_an_embedded_one() -> None:
    embedded = versions("hashicorp/aws")[0]
    update(embedded)
    assert types("hashicorp/aws", embedded, "resource") == {"aws_vpc"}
    origins = {
        known.origin for known in providers() if (known.name, known.version) == ("hashicorp/aws", embedded)
    }
    assert origins == {"terraform providers schema"}


def test_a_later_update_replaces_an_earlier_one_and_keeps_other_providers(tmp_path: Path) -> None:
    update()
    output = {"format_version": "1.0", "provider_schemas": {"somebody/else": {"resource_schemas": {}}}}
    file = tmp_path / "schemas.json"
    file.write_text(json.dumps(output))
    stored = update_from(file, {"somebody/else": "1.0.0"})
    assert [(known.name, known.version) for known in stored] == [("somebody/else", "1.0.0")]
    assert "5.31.0" in versions("hashicorp/aws")

    changed = json.loads(json.dumps(OUTPUT))
    changed["provider_schemas"][ADDRESS]["resource_schemas"] = {"aws_subnet": {"block": {}}}
    update_from(json.dumps(changed).encode(), {ADDRESS: "5.31.0"})
    assert types("hashicorp/aws", "5.31.0", "resource") == {"aws_subnet"}
    assert versions("somebody/else") == ("1.0.0",)


def test_a_provider_of_unknown_version_is_passed_over(user_cache_folder: Path) -> None:
    assert update_from(json.dumps(OUTPUT).encode(), {}) == ()
    assert not user_cache_folder.exists()


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"{}", b'"format_version"'])
def test_what_is_not_terraforms_output_is_refused(text: bytes, user_cache_folder: Path) -> None:
    with pytest.raises(ValueError, match="this is not"):
        update_from(text, {ADDRESS: "5.31.0"})
    assert not user_cache_folder.exists()


def test_nothing_but_the_cache_is_left_behind(user_cache_folder: Path) -> None:
    update()
    update()
    assert [file.name for file in (user_cache_folder / "tffix").iterdir()] == ["schemas.sqlite"]


def test_the_cache_lies_where_the_desktop_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert database.user_file() == tmp_path / "cache/tffix/schemas.sqlite"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert database.user_file() == tmp_path / ".cache/tffix/schemas.sqlite"


def test_a_provider_of_a_private_registry_is_not_the_public_one() -> None:
    mine = "registry.example.com/hashicorp/aws"
    embedded = versions("hashicorp/aws")
    output = {**OUTPUT, "provider_schemas": {mine: OUTPUT["provider_schemas"][ADDRESS]}}
    stored = update_from(json.dumps(output).encode(), {mine: "5.31.0"})
    assert [(known.name, known.version) for known in stored] == [(mine, "5.31.0")]
    assert versions("hashicorp/aws") == embedded
    assert schema(mine, "5.31.0", "resource", "aws_vpc") is not None


def test_the_version_of_a_private_provider_is_not_that_of_the_public_one() -> None:
    assert update_from(json.dumps(OUTPUT).encode(), {"registry.example.com/hashicorp/aws": "5.31.0"}) == ()
    stored = update_from(json.dumps(OUTPUT).encode(), {"registry.terraform.io/hashicorp/aws": "5.31.0"})
    assert [(known.name, known.version) for known in stored] == [("hashicorp/aws", "5.31.0")]
