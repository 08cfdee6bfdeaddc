"""IDs of database instances where AWS asks for the identifier."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Reference,
    Refused,
    Transform,
    attribute_of,
    nodes,
    object_items,
    resources,
    schemas,
)

from ._arguments import value

_SINCE = 5
"""The major version of the provider from which on the id is another text than the identifier."""

# fmt: off
_IDENTIFIERS = frozenset((
    ("resource", "aws_db_instance", "replicate_source_db"),
    ("resource", "aws_db_instance", "source_db_instance_identifier"),
    ("resource", "aws_db_instance_role_association", "db_instance_identifier"),
    ("resource", "aws_db_proxy_target", "db_instance_identifier"),
    ("resource", "aws_db_snapshot", "db_instance_identifier"),
    ("data", "aws_db_instance", "db_instance_identifier"),
    ("data", "aws_db_snapshot", "db_instance_identifier"),
))
# fmt: on
"""Arguments that take the identifier of a database instance."""

_DIMENSION = "DBInstanceIdentifier"


class DbInstanceIdAsIdentifier(Transform):
    """The `id` of a database instance is used where AWS asks for its identifier.

    What:
        Looks for `aws_db_instance.x.id` in arguments that take the identifier of an instance (the source of a
        replica or snapshot, the target of a proxy, role associations, event subscriptions) and in the
        dimension `DBInstanceIdentifier` of alarms. It becomes `aws_db_instance.x.identifier`.

    Why:
        From version 5 of the AWS provider on `id` is the resource ID, `db-ABCDEFGHIJKLMNOP`. The apply fails
        with DBInstanceNotFound; an alarm is created and never gets data.

    Example:
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.m6g.large"
          skip_final_snapshot = true
        }

        resource "aws_db_instance" "replica" {
          identifier          = "orders-replica"
          replicate_source_db = aws_db_instance.orders.id
          instance_class      = "db.m6g.large"
          skip_final_snapshot = true
        }

    Becomes:
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.m6g.large"
          skip_final_snapshot = true
        }

        resource "aws_db_instance" "replica" {
          identifier          = "orders-replica"
          replicate_source_db = aws_db_instance.orders.identifier
          instance_class      = "db.m6g.large"
          skip_final_snapshot = true
        }

    Impact:
        An alarm is updated in place. What else has the wrong value could not be created; what was created
        with an older provider has the identifier already.

    Limits:
        Silent where the module asks for a provider before version 5. IDs that go through a local value, an
        output or a module are not followed, nor are the texts of dashboards.

    Source:
        Terraform AWS Provider Version 5 Upgrade Guide, "Resource: aws_db_instance"; Amazon RDS User Guide,
        "Amazon CloudWatch dimensions for Amazon RDS".
    """

    name = "aws-db-instance-id-as-identifier"
    impact = Impact.UPDATE
    watches = resources("aws_db_instance")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 2 or not _has_resource_id(block, module):
            return
        for reference in module.references_to(".".join(block.labels)):
            if attribute_of(reference) == "id" and _is_identifier(reference, module):
                yield Finding(
                    reference.attribute,
                    f"the id of {reference.address} is not its identifier, which is asked for here"
                    f" (since version {_SINCE} of the AWS provider)",
                    partial(_write, reference),
                    within=reference.node,
                )


def _has_resource_id(block: Block, module: Module) -> bool:
    pin = schemas.pin_of(block, module)
    return pin is not None and all(int(version.split(".")[0]) >= _SINCE for version in pin.versions)


def _is_identifier(reference: Reference, module: Module) -> bool:
    block, attribute = reference.block, reference.attribute
    if (block.type, block.labels[:1], attribute.name) == (
        "resource",
        ("aws_db_event_subscription",),
        "source_ids",
    ):
        return bool(value(block, "source_type", module) == "db-instance")
    if attribute.name == "dimensions" and block.labels[:1] == ("aws_cloudwatch_metric_alarm",):
        item = object_items(attribute.expression).get(_DIMENSION)
        return item is not None and _is_within(reference.node, item.value)
    return bool(block.labels) and (block.type, block.labels[0], attribute.name) in _IDENTIFIERS


def _is_within(node: nodes.Expression, whole: nodes.Expression) -> bool:
    return whole.start <= node.start and node.end <= whole.end


def _write(reference: Reference) -> None:
    attribute: Attribute = reference.attribute
    if attribute.source != reference.node.source:
        raise Refused("the expression has changed")  # the next round finds it anew
    steps = reference.node.steps[reference.mention.length - 1 :]
    step = next(one for one in steps if isinstance(one, nodes.GetAttribute))
    attribute.replace({step: ".identifier"})
