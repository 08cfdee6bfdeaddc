"""Resources that do not depend on others that must exist before them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Refused, Transform, resources

from ..aws._arguments import is_declared_once
from ..aws._dependencies import depends, needed
from ..aws._s3 import add_dependencies
from ._hidden_orders import ORDERS, Order
from ._order_ties import sooner_of

_BY_TYPE: dict[str, list[Order]] = {}
for _order in ORDERS:
    for _type in _order.later:
        _BY_TYPE.setdefault(_type, []).append(_order)

_SHOWN = 3


class DependencyMissing(Transform):
    """A resource does not depend on another that must exist before it.

    What:
        Knows pairs of resources of which one must exist before the other although no argument says so: the
        listener before an ECS service that its target group is for, the permission of a function, or the
        policy of a queue or topic, before a bucket's notifications, methods and integrations before an API's
        deployment, the policies of a role before an EKS cluster, its nodes, or a function in a VPC, a
        certificate's validation before its use, ownership controls before a bucket's access control list,
        a private services connection before a Cloud SQL instance, and more. Adds the missing ones to
        `depends_on`, unless the resource depends on them already by way of something else.

    Why:
        Terraform makes what does not depend on each other at the same time and in any order. The first apply
        fails, and the second works; or something cannot be removed any more.

    Example:
        resource "aws_lambda_permission" "uploads" {
          action        = "lambda:InvokeFunction"
          function_name = aws_lambda_function.uploads.function_name
          principal     = "s3.amazonaws.com"
          source_arn    = aws_s3_bucket.uploads.arn
        }

        resource "aws_s3_bucket_notification" "uploads" {
          bucket = aws_s3_bucket.uploads.id

          lambda_function {
            lambda_function_arn = aws_lambda_function.uploads.arn
            events              = ["s3:ObjectCreated:*"]
          }
        }

    Becomes:
        resource "aws_lambda_permission" "uploads" {
          action        = "lambda:InvokeFunction"
          function_name = aws_lambda_function.uploads.function_name
          principal     = "s3.amazonaws.com"
          source_arn    = aws_s3_bucket.uploads.arn
        }

        resource "aws_s3_bucket_notification" "uploads" {
          bucket = aws_s3_bucket.uploads.id

          lambda_function {
            lambda_function_arn = aws_lambda_function.uploads.arn
            events              = ["s3:ObjectCreated:*"]
          }

          depends_on = [aws_lambda_permission.uploads]
        }

    Impact:
        None on what is deployed: only the order of operations changes.

    Limits:
        Both resources must be in one module and use the same provider configuration. They belong together
        where arguments of both name the same resource, through local values, `for_each` and `dynamic` too, or
        have the same text. Left alone: what would close a circle, and modules with a file that cannot be
        parsed. Subscriptions of a topic in the same account do not need its policy, nor event source mappings
        that of their role, for which the provider waits.

    Source:
        A table with a source for each pair: the documentation of the providers and of the services.
    """

    name = "terraform-dependency-missing"
    impact = Impact.NONE
    watches = resources(*_BY_TYPE)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None or module.unreadable or not is_declared_once(block, module):
            return
        for order in _BY_TYPE[block.labels[0]]:
            missing = _missing(block, address, order, module)
            if missing:
                message = f"{address} does not depend on {_listed(missing)}, so it may be created first"
                yield Finding(
                    block, f"{message}, and {order.why}", partial(_depend, block, address, order, module)
                )


def _missing(block: Block, address: Address, order: Order, module: Module) -> list[Block]:
    """What a resource should depend on by one order and does not; of things that depend on each other only
    the last."""
    found = [one for one in sooner_of(block, order, module) if Address.of(one) is not None]
    if not found:
        return []
    there = needed(module, address)
    missing = {one: other for one in found if (other := Address.of(one)) is not None and other not in there}
    if not missing or (order.one_is_enough and len(missing) < len(found)):
        return []
    behind: set[Address] = set()
    for other in missing.values():
        behind |= needed(module, other) - {other}
    return [
        one for one, other in missing.items() if other not in behind and not depends(module, other, address)
    ]


def _depend(block: Block, address: Address, order: Order, module: Module) -> None:
    missing = _missing(block, address, order, module)
    if not missing:
        raise Refused("it depends on them already")
    add_dependencies(block, missing, module)


def _listed(blocks: list[Block]) -> str:
    names = [str(Address.of(one)) for one in blocks[:_SHOWN]]
    if len(blocks) > _SHOWN:
        names.append(f"{len(blocks) - _SHOWN} more")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
