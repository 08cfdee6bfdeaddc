"""Resources that do not depend on others that must exist before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Refused, Transform, resources

from ..aws._arguments import is_declared_once
from ..aws._dependencies import depends, needed
from ..aws._s3 import add_dependencies
from ._hidden_order import Order
from ._hidden_orders import ORDERS
from ._order_ties import sooner_of
from ._orders_across import Needed, calls_after, calls_before, reads_data, still_missing

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
        Both resources must use the same provider configuration, and be in one module, or one in it and the
        other in a local module that it calls, or each in one of these. A call whose module has data sources
        is only reported: with `depends_on` they would be read while Terraform applies. Resources belong
        together where arguments of both name the same resource, through local values, outputs, `for_each` and
        `dynamic` too, or have the same text. Left alone: what would close a circle, and modules with a file
        that cannot be parsed. Subscriptions of a topic in the same account do not need its policy, nor do
        providers fail at event source mappings and subscription filters, for which they wait.

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
            if missing := _missing(block, address, order, module):
                told = _told(address, [Address.of(one) for one in missing], order)
                yield Finding(block, told, partial(_depend, block, address, missing, module))
            if others := calls_before(block, order, module):
                fix = partial(_depend_across, block, others, order, module)
                yield Finding(block, _told(address, others, order), fix)

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not module.children or module.unreadable:
            return
        for order in ORDERS:
            for call, later, others in calls_after(order, module):
                told = _told(f"{Address.of(call)}.{Address.of(later)}", others, order)
                if is_declared_once(call, module) and not reads_data(call, module):
                    yield Finding(call, told, partial(_depend_across, call, others, order, module))
                else:
                    first = ", ".join(dict.fromkeys(str(Address.of(one.block)) for one in others))
                    yield Finding(call, told, advice=f"depends_on = [{first}] in the call")


def _told(what: object, missing: Sequence[object], order: Order) -> str:
    return f"{what} does not depend on {_listed(missing)}, so it may be created first, and {order.why}"


def _missing(block: Block, address: Address, order: Order, module: Module) -> list[Block]:
    """What a resource should depend on by one order and does not."""
    found = [one for one in sooner_of(block, order, module) if Address.of(one) is not None]
    there = needed(module, address) if found else set()
    missing = [one for one in found if Address.of(one) not in there]
    if order.one_is_enough and len(missing) < len(found):
        return []
    return _last(missing, address, module)


def _last(missing: list[Block], address: Address, module: Module) -> list[Block]:
    """Of resources that depend on each other only the last; none that depend on the address."""
    behind: set[Address] = set()
    for one in missing:
        if own := Address.of(one):
            behind |= needed(module, own) - {own}
    return [
        one
        for one in missing
        if (own := Address.of(one)) and own not in behind and not depends(module, own, address)
    ]


def _depend(block: Block, address: Address, missing: list[Block], module: Module) -> None:
    there = needed(module, address)
    left = [
        one for one in missing if (own := Address.of(one)) and own not in there and module.get(own) is one
    ]
    if not (last := _last(left, address, module)):
        raise Refused("it depends on them already")
    add_dependencies(block, last, module)


def _depend_across(block: Block, others: list[Needed], order: Order, module: Module) -> None:
    """Adds what is on the other side of a call to the ``depends_on`` of a resource or call."""
    address = Address.of(block)
    there = [one for one in others if (own := Address.of(one.block)) and module.get(own) is one.block]
    left = still_missing(address, there, order, module) if address is not None else []
    if not left:
        raise Refused("it depends on them already")
    add_dependencies(block, [one.block for one in left], module)


def _listed(things: Sequence[object]) -> str:
    names = [str(one) for one in things[:_SHOWN]]
    if len(things) > _SHOWN:
        names.append(f"{len(things) - _SHOWN} more")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
