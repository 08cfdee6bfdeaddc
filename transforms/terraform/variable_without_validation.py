"""Variables whose values are evidently CIDR blocks or regions, and that take anything."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Reference,
    Transform,
    blocks,
    evaluate,
    is_tested,
    nodes,
    parse_block,
    quote,
    why_unsure,
)

from ._evaluation import is_always_evaluated
from ._inferred_types import given

_REGION = re.compile(r"[a-z]{2,4}(-[a-z]+)+-[0-9]+")
_CIDR_ARGUMENTS = ("cidr_block", "cidr_blocks", "cidr_ipv4", "destination_cidr_block", "client_cidr_block")
_MOST_KEYS = 8


class VariableWithoutValidation(Transform):
    """A variable for a CIDR block, a region or an environment accepts any value.

    What:
        Adds a `validation` block to variables of type string or list of strings that are used as CIDR blocks,
        to the variable that is the region of the `aws` provider and used elsewhere too, and to those that
        only pick from a map whose keys are written in the module.

    Why:
        A mistyped value is told at once and by name, not by the cloud's API halfway through an apply.

    Example:
        variable "vpc_cidr" {
          type    = string
          default = "10.0.0.0/16"
        }

        resource "aws_vpc" "main" {
          cidr_block = var.vpc_cidr
        }

    Becomes:
        variable "vpc_cidr" {
          type    = string
          default = "10.0.0.0/16"

          validation {
            condition     = can(cidrhost(var.vpc_cidr, 0))
            error_message = "The vpc_cidr must be a CIDR block such as 10.0.0.0/16."
          }
        }

        resource "aws_vpc" "main" {
          cidr_block = var.vpc_cidr
        }

    Impact:
        None: every value that is refused would have failed later.

    Limits:
        Only reported where a caller gives a value that is not known. Left alone: what is used in repeated
        blocks, `dynamic` blocks and on conditions only; maps of more than eight keys; variables with a
        validation, with another type, with a default of null or an empty string (they stand for something
        else), and those that are given a value that would be refused, or that tests set. A region that only
        providers take, and what only functions such as `cidrsubnet` take, are left alone too: a wrong one
        stops the plan, which shows it.

    Source:
        Terraform language documentation, "Custom Conditions"; AWS provider documentation.
    """

    name = "terraform-variable-without-validation"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_ = block.get("type")
        is_simple = type_ is not None and type_.source.strip() in ("string", "list(string)")
        if len(block.labels) != 1 or not is_simple or any(block.blocks("validation")) or why_unsure(module):
            return
        assert type_ is not None
        found = _evident(block.labels[0], type_.source.strip(), module)
        if found is None or is_tested(block.labels[0], module) or not _all_valid(block, found, module):
            return
        message = f"the variable '{block.labels[0]}' is {found.what} and takes any string"
        source = _validation(block, found)
        if all(isinstance(one, str | list) for one in given(block.labels[0], module)):
            yield Finding(block, message, partial(_add, block, source, module))
        else:
            yield Finding(
                block, message, advice=f"a caller's value is not known; if it is never null:\n{source}"
            )


class _Evident:
    """What a variable is, the condition that says so of ``name``, and a test of known values."""

    __slots__ = ("condition", "must", "test", "what")

    def __init__(self, what: str, must: str, condition: str, test: Callable[[str], bool]) -> None:
        self.what = what
        self.must = must
        self.condition = condition
        self.test = test


def _evident(name: str, type_: str, module: Module) -> _Evident | None:
    references = [
        one
        for one in module.references_to(Address(("var", name)))
        if (is_always_evaluated(one) or one.block.type == "provider")
        and not one.rest
        and not _is_attempted(one.attribute.expression)
    ]
    if any(_is_cidr(one) for one in references):
        example = "must be a CIDR block such as 10.0.0.0/16"
        return _Evident("a CIDR block", example, "can(cidrhost({}, 0))", _is_network)
    if type_ != "string":
        return None
    is_used = any(one.block.type != "provider" for one in references)
    if is_used and any(_is_region(one) for one in references):
        pattern = f'can(regex("^{_REGION.pattern}$", {{}}))'.replace("{2,4}", "{{2,4}}")
        return _Evident("a region", "must be an AWS region such as us-east-2", pattern, _matches_region)
    keys = [found for one in references if (found := _picked_keys(one, module))]
    if not keys:
        return None
    names = sorted(set.intersection(*map(set, keys)))
    listed = ", ".join(map(quote, names))
    must = f"must be one of {', '.join(names)}"
    return _Evident("a key of a map", must, f"contains([{listed}], {{}})", names.__contains__)


def _is_attempted(expression: nodes.Expression) -> bool:
    """Whether part of an expression may go unused, or fail without harm."""
    attempts = expression.find(nodes.Call, lambda call: call.name in ("try", "can"))
    return any(True for _ in attempts) or any(True for _ in expression.find(nodes.Conditional))


def _is_cidr(reference: Reference) -> bool:
    expression, node = reference.attribute.expression, reference.node
    items = expression.items if isinstance(expression, nodes.Tuple) else (expression,)
    is_argument = reference.block.type in ("resource", "data") and reference.attribute.name in _CIDR_ARGUMENTS
    return is_argument and any(item is node for item in items)


def _is_region(reference: Reference) -> bool:
    block, attribute = reference.block, reference.attribute
    is_aws = block.type == "provider" and block.labels == ("aws",)
    return is_aws and attribute.name == "region" and attribute.expression is reference.node


def _picked_keys(reference: Reference, module: Module) -> tuple[str, ...]:
    """The keys of the written-out map that a reference picks from by index; none if it does not."""
    for picking in reference.attribute.expression.find(nodes.Traversal):
        steps = picking.steps
        if picking.root == "local" and len(steps) > 1 and isinstance(steps[1], nodes.Index):
            table = module.locals.get(picking.names[1])
            if steps[1].key is reference.node and table is not None:
                return _keys(table.expression)
    return ()


def _keys(expression: nodes.Expression) -> tuple[str, ...]:
    if not isinstance(expression, nodes.Object) or not 0 < len(expression.items) <= _MOST_KEYS:
        return ()
    names = [item.name for item in expression.items]
    return tuple(name for name in names if name) if all(names) else ()


def _is_network(value: str) -> bool:
    try:
        ipaddress.ip_network(value, strict=False)
    except ValueError:
        return False
    return "/" in value


def _matches_region(value: str) -> bool:
    return _REGION.fullmatch(value) is not None


def _all_valid(block: Block, found: _Evident, module: Module) -> bool:
    """Whether the default and all values given pass; what is not known does."""
    default = block.get("default")
    values = [] if default is None else [evaluate(default.expression)]
    values += given(block.labels[0], module)
    return all(_is_valid(value, found) for value in values)


def _is_valid(value: Any, found: _Evident) -> bool:
    if isinstance(value, list):
        return all(_is_valid(one, found) for one in value)
    return found.test(value) if isinstance(value, str) else value is not None


def _validation(block: Block, found: _Evident) -> str:
    name, type_ = block.labels[0], block.get("type")
    if type_ is not None and type_.source.strip() == "string":
        condition = found.condition.format(f"var.{name}")
    else:
        condition = f"alltrue([for one in var.{name} : {found.condition.format('one')}])"
    must = found.must.replace("be a CIDR block", "hold CIDR blocks") if "alltrue" in condition else found.must
    message = quote(f"The {name} {must}.")
    return f"validation {{\n  condition     = {condition}\n  error_message = {message}\n}}\n"


def _add(block: Block, source: str, module: Module) -> None:
    block.body.append(parse_block(source))
