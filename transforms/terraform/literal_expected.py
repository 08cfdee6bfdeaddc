"""Arguments whose values Terraform must know before it looks at anything else."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Attribute,
    Body,
    Finding,
    Impact,
    Module,
    Transform,
    evaluate,
    knows,
    language,
    nodes,
    parse_expression,
    providers,
)

from ._free_names import free_traversals
from ._language import LITERAL, is_unused, own_blocks

_BOOLEANS = frozenset(
    ("sensitive", "ephemeral", "nullable", "const", "create_before_destroy", "prevent_destroy", "destroy")
)
_STRINGS = frozenset(("description", "deprecated", "alias", "version", "required_version"))
_SETTINGS = ("backend", "cloud", "workspaces")
_TOFU_COMPUTES = frozenset(("prevent_destroy", "destroy"))


class LiteralExpected(Transform):
    """An argument that must be a literal value refers to something, or calls a function.

    What:
        Checks the `source` and `version` of modules, the settings of backends, `required_version`,
        `required_providers`, the `alias` of providers, the defaults of variables, and flags such as
        `prevent_destroy` and `sensitive`, which must also be `true` or `false`.

    Why:
        Terraform needs these values before it evaluates anything: it stops with "Variables not allowed" or
        "Function calls not allowed".

    Example:
        variable "region" {
          type = string
        }

        terraform {
          backend "s3" {
            bucket = "state"
            key    = "network"
            region = var.region
          }
        }

    Impact:
        None: which value is meant is for you to say.

    Limits:
        Only reported. The `source` and `version` of a module may refer to local values and to variables with
        `const = true` since Terraform 1.15. OpenTofu computes these, backends and `prevent_destroy` too:
        silent about them in modules that are made for OpenTofu. Backends of child modules do not count.

    Source:
        Terraform language documentation: "Input Variables", "Module Blocks", "Backend Configuration", "The
        lifecycle Meta-Argument"; Terraform 1.11 for the rest.
    """

    name = "terraform-literal-expected"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            type_ = own.block.type
            if type_ in ("resource", "data", "locals"):
                continue
            if type_ == "module" and own.around is None:
                yield from _source(own.block.body, module)
            elif type_ == "required_providers":
                yield from _requirements(own.block.body)
            elif type_ in _SETTINGS or type_ == "provider_meta":
                yield from _settings(own, module)
            else:
                for attribute in own.block.body.attributes:
                    if attribute.name in LITERAL.get(type_, ()):
                        yield from _judge(attribute, module)
                    elif attribute.name == "type" and type_ == "variable" and "optional" in attribute.source:
                        yield from _optional_defaults(attribute)


def _judge(attribute: Attribute, module: Module) -> Iterator[Finding]:
    if (reason := _computed(attribute.source, attribute.expression)) is not None:
        if not (attribute.name in _TOFU_COMPUTES and language.is_tofu(module)):
            yield _finding(attribute, reason)
        return
    if attribute.name not in _BOOLEANS | _STRINGS:
        return
    value = evaluate(attribute.expression, module)
    if attribute.name in _BOOLEANS and not (
        isinstance(value, bool) or value in ("true", "false", "1", "0") or not _is_known(value)
    ):
        yield Finding(attribute, f"'{attribute.name}' must be true or false")
    elif attribute.name in _STRINGS and isinstance(value, list | dict):
        yield Finding(attribute, f"'{attribute.name}' must be a string")


def _optional_defaults(attribute: Attribute) -> Iterator[Finding]:
    """What is computed in the defaults of optional attributes of a type."""
    for call in attribute.expression.find(nodes.Call, lambda one: one.name == "optional"):
        default = call.arguments[1] if len(call.arguments) == 2 else None
        node = _computed(default.text, parse_expression(default.text)) if default is not None else None
        if node is not None:
            verb = "calls a function" if isinstance(node, nodes.Call) else f"refers to {node.text}"
            message = f"the default of an optional attribute must be a literal value, but {verb}"
            yield Finding(attribute, message, within=default)


def _is_known(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | list | dict)


def _computed(source: str, expression: nodes.Expression) -> nodes.Expression | None:
    """The first reference or call in an expression."""
    if source in ("true", "false", "null") or isinstance(expression, nodes.Literal):
        return None
    call = next(expression.find(nodes.Call), None) if "(" in source else None
    return next(iter(free_traversals(source)), call)


def _finding(attribute: Attribute, node: nodes.Expression) -> Finding:
    verb = "calls a function" if isinstance(node, nodes.Call) else f"refers to {node.text}"
    return Finding(attribute, f"'{attribute.name}' must be a literal value, but {verb}", within=node)


def _source(body: Body, module: Module) -> Iterator[Finding]:
    for attribute in filter(None, map(body.get, ("source", "version"))):
        node = _computed(attribute.source, attribute.expression)
        if node is not None and language.is_tofu(module):
            return
        if node is not None and not knows(">= 1.15", module):
            yield _finding(attribute, node)
        elif node is not None:
            yield from _not_constant(attribute, module)


def _not_constant(attribute: Attribute, module: Module) -> Iterator[Finding]:
    for node in free_traversals(attribute.source):
        if node.root == "local":
            continue
        variable = module.variable(node.names[1]) if node.root == "var" and len(node.names) > 1 else None
        const = variable.get("const") if variable is not None else None
        if const is None or const.boolean is False:
            message = (
                f"'{attribute.name}' refers to {node.text}, which is not known when modules are installed"
            )
            advice = "write a literal value; from Terraform 1.15 on a variable with const = true will do"
            yield Finding(attribute, message, advice=advice, within=node)
            return


def _requirements(body: Body) -> Iterator[Finding]:
    for attribute in body.attributes:
        expression = attribute.expression
        if isinstance(expression, nodes.Object):
            for name in providers.requirement(attribute).unread:
                item = expression.get(name)
                message = f"the {name} of provider '{attribute.name}' must be a literal string"
                yield Finding(attribute, message, within=item)
        elif attribute.string is None and not isinstance(expression, nodes.Literal):
            message = (
                f"the requirement of provider '{attribute.name}' must be an object with source and version"
            )
            yield Finding(attribute, message)


def _settings(own: language.Own, module: Module) -> Iterator[Finding]:
    """What is computed in a backend, also in the blocks in it."""
    if language.is_tofu(module) or is_unused(own, module):
        return
    bodies = own.block.body.walk() if own.block.type == "backend" else (own.block.body,)
    for body in bodies:
        for attribute in body.attributes:
            node = _computed(attribute.source, attribute.expression)
            if node is not None:
                yield _finding(attribute, node)
