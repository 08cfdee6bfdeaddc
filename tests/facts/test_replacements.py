"""Which changes replace a resource."""

from __future__ import annotations

import pytest

from tffix.facts import schemas
from tffix.facts.replacements import _table, replaces


@pytest.mark.parametrize(
    ("type_name", "path", "expected"),
    [
        ("aws_iam_role", "name", True),
        ("aws_iam_role", "name_prefix", True),
        ("aws_iam_role", "description", False),
        ("aws_iam_role", "tags", False),
        ("aws_iam_role", "managed_policy_arns", None),
        ("aws_iam_policy", "name", True),
        ("aws_iam_role_policy", "policy", None),
        ("aws_s3_bucket", "bucket", True),
        ("aws_security_group", "description", True),
        ("aws_vpc", "cidr_block", True),
        ("aws_db_instance", "identifier", False),
        ("aws_db_instance", "storage_encrypted", True),
        ("aws_lambda_function", "environment.variables", False),
        ("aws_emr_instance_group", "instance_type", True),
        ("azurerm_resource_group", "location", True),
        ("azurerm_resource_group", "tags", False),
        ("azurerm_kubernetes_cluster", "default_node_pool.vm_size", False),
        ("azurerm_kubernetes_cluster", "linux_profile.admin_username", True),
        ("azurerm_storage_account", "blob_properties.versioning_enabled", False),
        ("google_compute_instance", "zone", True),
        ("google_compute_instance", "boot_disk.auto_delete", True),
        ("google_compute_instance", "machine_type", False),
        ("google_compute_instance", "labels", None),
        ("google_compute_subnetwork", "network", None),
        ("google_storage_bucket", "custom_placement_config.data_locations", True),
        ("random_id", "keepers", True),
        ("acme_thing", "name", None),
    ],
)
def test_what_is_known(type_name: str, path: str, expected: bool | None) -> None:
    assert replaces(type_name, path) is expected


@pytest.mark.parametrize("provider", ["aws", "azurerm", "google"])
def test_every_type_and_argument_exists(provider: str) -> None:
    newest = schemas.versions(f"hashicorp/{provider}")[0]
    unknown = []
    for type_name, arguments in _table().items():
        if not type_name.startswith(f"{provider}_"):
            continue
        block = schemas.schema(f"hashicorp/{provider}", newest, "resource", type_name)
        first = {path.split(".")[0] for path in arguments}
        unknown += sorted(first - set(block.attributes) - set(block.blocks) if block else {type_name})
    assert unknown == []
