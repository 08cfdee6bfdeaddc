"""Production databases and load balancers that one command deletes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, resources, schemas

from ._arguments import is_declared_once, set_argument, value
from ._environment import is_production

_ARGUMENTS = {
    "aws_db_instance": ("deletion_protection", "true"),
    "aws_rds_cluster": ("deletion_protection", "true"),
    "aws_docdb_cluster": ("deletion_protection", "true"),
    "aws_neptune_cluster": ("deletion_protection", "true"),
    "aws_dynamodb_table": ("deletion_protection_enabled", "true"),
    "aws_lb": ("enable_deletion_protection", "true"),
    "aws_alb": ("enable_deletion_protection", "true"),
    "aws_cognito_user_pool": ("deletion_protection", '"ACTIVE"'),
}


class DeletionProtectionMissing(Transform):
    """A production database, load balancer or user pool can be deleted by one command.

    What:
        Turns deletion protection on for databases (RDS, Aurora, DocumentDB, Neptune, DynamoDB), load
        balancers and Cognito user pools that do not mention it, where names or tags say that they serve
        production. Reports those that turn it off.

    Why:
        A wrong plan, a renamed resource or a `terraform destroy` in the wrong directory deletes what cannot
        be made again.

    Example:
        resource "aws_dynamodb_table" "prod_orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Becomes:
        resource "aws_dynamodb_table" "prod_orders" {
          name                        = "orders"
          billing_mode                = "PAY_PER_REQUEST"
          hash_key                    = "id"
          deletion_protection_enabled = true

          attribute {
            name = "id"
            type = "S"
          }
        }

    Impact:
        An update in place. To destroy it later, turn the protection off and apply first.

    Limits:
        Silent where nothing says that it is production; only reported where the provider's version may not
        know the argument.

    Source:
        AWS provider documentation of these resources; Amazon RDS user guide, "Deleting a DB instance".
    """

    name = "aws-deletion-protection-missing"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE
    watches = resources(*_ARGUMENTS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        argument, on = _ARGUMENTS[block.labels[0]]
        if not is_production(block, module) or not is_declared_once(block, module):
            return
        attribute, advice = block.get(argument), f"{argument} = {on}"
        if attribute is not None:
            if value(block, argument, module) in (False, "INACTIVE"):
                yield Finding(attribute, "deletion protection of production is turned off", advice=advice)
            return
        judged = schemas.judged(block, module)
        known = judged is not None and all(argument in schema.attributes for schema in judged.schemas)
        fix = partial(set_argument, block, argument, on, module) if known else None
        yield Finding(block, "one command deletes this, and it serves production", fix, advice)
