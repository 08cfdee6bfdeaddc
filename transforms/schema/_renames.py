"""Arguments that providers replaced by another one to one: same meaning, same or a translated value.

Facts: the upgrade guides of the AWS provider for its versions 4, 5 and 6
(https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade and its
neighbours), those of azurerm for 4 and 5, the changelogs of google and random. A successor is used only
where the version that counts has it. Beside them stands what is often written and never existed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tffix import Attribute, Module, nodes

from ._types import is_surely_set


@dataclass(frozen=True, slots=True)
class Successor:
    """The argument that took another's place. ``values`` translates values, from source to source text (None:
    without the argument); where it is empty the value stays. ``in_list``: the new one takes a list."""

    name: str
    values: Mapping[str, str | None] = field(default_factory=dict)
    in_list: bool = False

    def fits(self, attribute: Attribute, module: Module) -> bool:
        """Whether the present value can be carried over."""
        if self.in_list:
            node = nodes.inside(attribute.expression)
            return is_surely_set(node, module) and not isinstance(node, nodes.Tuple)
        return not self.values or attribute.source in self.values

    def written(self, attribute: Attribute) -> str:
        """The argument to write instead, with its value, as text; nothing if it is to be left out."""
        source, plain = attribute.source, {"true": "null", "false": "null"}
        if "\n" in source:
            return f"'{self.name}'"
        if source in self.values:
            found = self.values[source]
            return "" if found is None else f"{self.name} = {found}"
        if self.values:
            plain |= {value: told for value, told in self.values.items() if told is not None}
            is_conditional = isinstance(nodes.inside(attribute.expression), nodes.Conditional)
            asked = f"({source})" if is_conditional else source
            return f"{self.name} = {asked} ? {plain['true']} : {plain['false']}"
        return f"{self.name} = [{source}]" if self.in_list else f"{self.name} = {source}"

    def advice(self, attribute: Attribute) -> str:
        """What to do with the argument, as a clause."""
        written = self.written(attribute)
        return f"write {written}" if written else "remove it"

    def take_over(self, attribute: Attribute) -> None:
        """Writes the successor in the argument's place."""
        source = self.values[attribute.source] if self.values else attribute.source
        if source is None:
            attribute.remove()
            return
        attribute.name = self.name
        if self.in_list:
            source = f"[{source}]"
        if source != attribute.source:
            attribute.set(source)


_SUCCESSORS: dict[tuple[str, str], Successor] = {
    ("aws", "s3_force_path_style"): Successor("s3_use_path_style"),
    ("aws", "shared_credentials_file"): Successor("shared_credentials_files", in_list=True),
    ("aws_autoscaling_attachment", "alb_target_group_arn"): Successor("lb_target_group_arn"),
    ("aws_batch_compute_environment", "compute_environment_name"): Successor("name"),
    ("aws_batch_compute_environment", "compute_environment_name_prefix"): Successor("name_prefix"),
    ("aws_cloudwatch_event_rule", "is_enabled"): Successor(
        "state", {"true": '"ENABLED"', "false": '"DISABLED"'}
    ),
    ("aws_db_instance", "name"): Successor("db_name"),
    ("aws_eip", "vpc"): Successor("domain", {"true": '"vpc"', "false": None}),
    ("aws_elasticache_replication_group", "availability_zones"): Successor("preferred_cache_cluster_azs"),
    ("aws_elasticache_replication_group", "number_cache_clusters"): Successor("num_cache_clusters"),
    ("aws_elasticache_replication_group", "replication_group_description"): Successor("description"),
    ("aws_guardduty_organization_configuration", "auto_enable"): Successor(
        "auto_enable_organization_members", {"true": '"NEW"', "false": '"NONE"'}
    ),
    ("aws_iam_policy_document", "override_json"): Successor("override_policy_documents", in_list=True),
    ("aws_iam_policy_document", "source_json"): Successor("source_policy_documents", in_list=True),
    ("aws_kinesis_firehose_delivery_stream", "extended_s3_configuration.buffer_interval"): Successor(
        "buffering_interval"
    ),
    ("aws_kinesis_firehose_delivery_stream", "extended_s3_configuration.buffer_size"): Successor(
        "buffering_size"
    ),
    ("aws_s3_bucket", "bucket_name"): Successor("bucket"),
    ("aws_s3_bucket", "name"): Successor("bucket"),
    ("azurerm", "skip_provider_registration"): Successor(
        "resource_provider_registrations", {"true": '"none"', "false": None}
    ),
    ("azurerm_storage_account", "allow_blob_public_access"): Successor("allow_nested_items_to_be_public"),
    ("azurerm_subnet", "address_prefix"): Successor("address_prefixes", in_list=True),
    ("google_bigtable_table_iam_binding", "instance"): Successor("instance_name"),
    ("google_bigtable_table_iam_member", "instance"): Successor("instance_name"),
    ("google_bigtable_table_iam_policy", "instance"): Successor("instance_name"),
    ("google_integrations_client", "create_sample_workflows"): Successor("create_sample_integrations"),
    ("google_storage_bucket", "bucket_policy_only"): Successor("uniform_bucket_level_access"),
    ("random_password", "number"): Successor("numeric"),
    ("random_string", "number"): Successor("numeric"),
}


def successor(type_: str, path: tuple[str, ...]) -> Successor | None:
    """What took the place of an argument, given by its path inside a type."""
    return _SUCCESSORS.get((type_, ".".join(path)))
