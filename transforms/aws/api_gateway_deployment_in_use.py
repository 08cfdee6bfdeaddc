"""Deployments of API Gateway that are destroyed while stages still use them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    parse_block,
    resources,
)

from ._arguments import is_declared_once

_STAGES = {
    "aws_api_gateway_deployment": "aws_api_gateway_stage",
    "aws_apigatewayv2_deployment": "aws_apigatewayv2_stage",
}
_FIRST = "create_before_destroy"


class ApiGatewayDeploymentInUse(Transform):
    """A deployment of an API is destroyed before its successor exists, while a stage still uses it.

    What:
        Looks at deployments of API Gateway that have `triggers`, by which they are replaced, and that a stage
        refers to, and adds `create_before_destroy`.

    Why:
        Terraform destroys first and then creates. The first apply works, and that after a change of the API
        stops: "Active stages pointing to this deployment must be moved or deleted".

    Example:
        resource "aws_api_gateway_deployment" "shop" {
          rest_api_id = aws_api_gateway_rest_api.shop.id

          triggers = {
            redeployment = sha1(aws_api_gateway_rest_api.shop.body)
          }
        }

        resource "aws_api_gateway_stage" "live" {
          rest_api_id   = aws_api_gateway_rest_api.shop.id
          deployment_id = aws_api_gateway_deployment.shop.id
          stage_name    = "live"
        }

    Becomes:
        resource "aws_api_gateway_deployment" "shop" {
          rest_api_id = aws_api_gateway_rest_api.shop.id

          triggers = {
            redeployment = sha1(aws_api_gateway_rest_api.shop.body)
          }

          lifecycle {
            create_before_destroy = true
          }
        }

        resource "aws_api_gateway_stage" "live" {
          rest_api_id   = aws_api_gateway_rest_api.shop.id
          deployment_id = aws_api_gateway_deployment.shop.id
          stage_name    = "live"
        }

    Impact:
        None on what is deployed: only the order of operations changes.

    Limits:
        Where `create_before_destroy` is false, or the resource is declared twice, it is only reported. Stages
        of other modules are not looked at.

    Source:
        Documentation of the AWS provider, aws_api_gateway_deployment (note on create_before_destroy) and
        aws_apigatewayv2_deployment (example).
    """

    name = "aws-api-gateway-deployment-in-use"
    impact = Impact.NONE
    watches = resources(*_STAGES)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None or block.get("triggers") is None:
            return
        own = _setting(block)
        stage = _stage(block, address, module)
        if stage is None or (own is not None and own.boolean is not False):
            return
        message = f"{address} is destroyed before it is replaced, while {stage} uses it"
        if own is None and is_declared_once(block, module):
            yield Finding(block, message, partial(_create_first, block))
        else:
            yield Finding(own or block, message, advice=f"{_FIRST} = true")


def _setting(block: Block) -> Attribute | None:
    found = (lifecycle.get(_FIRST) for lifecycle in block.blocks("lifecycle"))
    return next((one for one in found if one is not None), None)


def _stage(block: Block, address: Address, module: Module) -> Address | None:
    """A stage that uses a deployment."""
    for reference in module.references_to(address):
        user = reference.block
        is_stage = (user.type, *user.labels[:1]) == ("resource", _STAGES[block.labels[0]])
        if is_stage and reference.attribute.name == "deployment_id":
            return Address.of(user)
    return None


def _create_first(block: Block) -> None:
    if _setting(block) is not None:
        raise Refused("another fix has changed its lifecycle")
    lifecycle = next(iter(block.blocks("lifecycle")), None)
    if lifecycle is None:
        block.body.append(parse_block(f"lifecycle {{\n  {_FIRST} = true\n}}\n"))
    else:
        lifecycle.body.set(_FIRST, "true")
