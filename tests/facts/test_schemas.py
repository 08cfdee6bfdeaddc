"""What the embedded provider schemas say."""

from dataclasses import FrozenInstanceError

import pytest

from tffix.facts.schemas import BlockSchema, Kind, existed_in, providers, schema, types, versions
from tffix.facts.versions import counting_version

AWS4, AWS5, AWS6 = reversed(versions("hashicorp/aws"))


def aws(name: str, version: str = AWS6, kind: Kind = "resource") -> BlockSchema:
    found = schema("hashicorp/aws", version, kind, name)
    assert found is not None
    return found


def test_the_newest_of_each_major_version_of_aws_is_known() -> None:
    assert [version.split(".")[0] for version in (AWS4, AWS5, AWS6)] == ["4", "5", "6"]


def test_every_provider_version_has_types_and_names_its_package() -> None:
    names = {known.name.removeprefix("hashicorp/") for known in providers()}
    assert names >= {"aws", "azurerm", "google", "kubernetes", "helm", "random", "null", "tls", "template"}
    for known in providers():
        assert known.origin.split()[0].startswith("cdkt")
        assert types(known.name, known.version, "provider") == {known.name.rpartition("/")[2]}
        assert types(known.name, known.version, "resource") or types(known.name, known.version, "data")


def test_a_resource_has_attributes_with_flags_and_types() -> None:
    attributes = aws("aws_vpc").attributes
    assert attributes["cidr_block"].type == "string"
    assert attributes["cidr_block"].is_settable
    assert not attributes["cidr_block"].required
    assert attributes["cidr_block"].computed
    assert not attributes["arn"].is_settable
    assert attributes["tags"].type == ["map", "string"]
    assert aws("aws_iam_role").attributes["assume_role_policy"].required


def test_what_the_source_does_not_tell_is_unknown() -> None:
    password = aws("aws_db_instance").attributes["password"]
    assert password.sensitive is None
    assert password.deprecated is None


def test_a_resource_has_nested_blocks() -> None:
    bucket = aws("aws_s3_bucket", AWS4)
    rule = bucket.blocks["lifecycle_rule"]
    assert (rule.nesting, rule.required, rule.max_items) == ("list", False, None)
    assert rule.block.attributes["enabled"].required
    assert rule.block.blocks["transition"].nesting == "set"
    assert bucket.blocks["versioning"].max_items == 1
    assert aws("aws_cloudfront_distribution").blocks["origin"].required


def test_timeouts_are_a_single_block_that_may_be_left_out() -> None:
    timeouts = aws("aws_db_instance").blocks["timeouts"]
    assert (timeouts.nesting, timeouts.required) == ("single", False)
    assert set(timeouts.block.attributes) == {"create", "delete", "update"}


def test_an_attribute_that_is_written_as_blocks_is_an_attribute() -> None:
    group = aws("aws_security_group")
    assert "ingress" not in group.blocks
    ingress = group.attributes["ingress"].type
    assert isinstance(ingress, list)
    collection, (constructor, members) = ingress
    assert (collection, constructor) == ("set", "object")
    assert members["cidr_blocks"] == ["list", "string"]
    assert group.attributes["ingress"].nested is None


def test_members_of_a_nested_attribute_keep_their_own_flags() -> None:
    version = versions("hashicorp/helm")[0]
    release = schema("hashicorp/helm", version, "resource", "helm_release")
    assert release is not None
    nested = release.attributes["set"].nested
    assert nested is not None
    assert nested.attributes["name"].required
    assert nested.attributes["type"].optional


def test_a_block_too_deep_for_the_bindings_is_not_complete() -> None:
    rule = aws("aws_wafv2_web_acl").blocks["rule"].block
    assert rule.complete
    assert not rule.blocks["statement"].block.complete


def test_write_only_arguments_are_there_beside_their_versions() -> None:
    assert aws("aws_db_instance").attributes["password_wo"].optional
    assert "password_wo" not in aws("aws_db_instance", AWS4).attributes


def test_a_provider_has_a_schema_of_its_own() -> None:
    provider = aws("aws", kind="provider")
    assert provider.attributes["allowed_account_ids"].type == ["set", "string"]
    assert "tags" in provider.blocks["default_tags"].block.attributes
    assert "alias" not in provider.attributes


def test_data_sources_and_ephemeral_resources_are_kinds_of_their_own() -> None:
    assert aws("aws_iam_policy_document", kind="data").attributes["json"].computed
    assert "aws_iam_policy_document" not in types("hashicorp/aws", AWS6, "resource")
    assert "aws_secretsmanager_secret_version" in types("hashicorp/aws", AWS6, "ephemeral")


def test_what_is_not_known_is_none() -> None:
    assert schema("hashicorp/aws", AWS6, "resource", "aws_vcp") is None
    assert schema("hashicorp/aws", "1.0.0", "resource", "aws_vpc") is None
    assert schema("nobody/nothing", "1.0.0", "resource", "aws_vpc") is None
    assert types("nobody/nothing", "1.0.0", "resource") == frozenset()
    assert versions("nobody/nothing") == ()


@pytest.mark.parametrize(
    ("type_name", "path", "majors"),
    [
        ("aws_opsworks_stack", "", ["5", "4"]),
        ("aws_eip", "vpc", ["5", "4"]),
        ("aws_db_instance", "name", ["4"]),
        ("aws_db_instance", "db_name", ["6", "5", "4"]),
        ("aws_vpc", "region", ["6"]),
        ("aws_s3_bucket", "versioning.mfa_delete", ["6", "5", "4"]),
        ("aws_s3_bucket", "versioning.mfa_delet", []),
        ("aws_s3_bucket", "tags.Owner", ["6", "5", "4"]),
        ("aws_security_group", "ingress.cidr_blocks", ["6", "5", "4"]),
        ("aws_security_group", "ingress.cidr_block", []),
        ("aws_security_group", "name.first", []),
        ("aws_wafv2_web_acl", "rule.statement.and_statement", ["6", "5", "4"]),
        ("aws_nothing", "", []),
    ],
)
def test_it_is_known_in_which_versions_something_existed(
    type_name: str, path: str, majors: list[str]
) -> None:
    found = existed_in("hashicorp/aws", "resource", type_name, path)
    assert [version.split(".")[0] for version in found] == majors


def test_schemas_are_not_changed_by_their_readers() -> None:
    vpc = aws("aws_vpc")
    with pytest.raises(TypeError):
        vpc.attributes["cidr"] = vpc.attributes["cidr_block"]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        vpc.attributes["cidr_block"].required = True  # type: ignore[misc]


def test_the_version_that_counts_is_an_embedded_one() -> None:
    assert counting_version("hashicorp/aws", ["~> 5.0"]) == (AWS5, True)
    assert counting_version("hashicorp/aws", ["~> 5.0"], "4.1.0") == (AWS4, False)
    assert counting_version("nobody/nothing") is None


def test_every_embedded_schema_can_be_read() -> None:
    kinds: tuple[Kind, ...] = ("resource", "data", "ephemeral", "provider")
    for known in providers():
        for kind in kinds:
            for name in types(known.name, known.version, kind):
                assert schema(known.name, known.version, kind, name) is not None
