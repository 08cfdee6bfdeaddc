"""Passwords that a database, cache or broker does not take."""

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
    inference,
    nodes,
    quote,
    resources,
)

from ._arguments import is_declared_once, nested
from ._password_forms import FORMS, RANDOM_SPECIALS, Form

_RANDOM = ("random_password", "random_string")
_STORES = {"aws_secretsmanager_secret_version": "secret_string", "aws_ssm_parameter": "value"}
_PASSING = ("coalesce", "nonsensitive", "one", "sensitive", "tostring", "try")
"""Functions whose result is one of their arguments."""


class PasswordInvalid(Transform):
    """A password has, or may get, characters or a length that the service rejects.

    What:
        Looks at the master passwords of RDS, Aurora, DocumentDB and Redshift, the tokens of ElastiCache and
        the passwords of Amazon MQ: at values that are known, and at the `random_password` or `random_string`
        that they come from, also by way of a local value, a secret, a parameter or the arguments of a module
        call. Takes the characters that the service rejects out of `override_special`; without it, a random
        password may have `@`, which no database takes.

    Why:
        The apply stops with "The parameter MasterUserPassword is not a valid password", with a random
        password at one time and not at another.

    Example:
        resource "random_password" "shop" {
          length           = 24
          override_special = "_%@/"
        }

        resource "aws_db_instance" "shop" {
          engine         = "postgres"
          instance_class = "db.m6g.large"
          username       = "shop"
          password       = random_password.shop.result
        }

    Becomes:
        resource "random_password" "shop" {
          length           = 24
          override_special = "_%"
        }

        resource "aws_db_instance" "shop" {
          engine         = "postgres"
          instance_class = "db.m6g.large"
          username       = "shop"
          password       = random_password.shop.result
        }

    Impact:
        A random password that exists is made anew, and the service gets the new one.

    Limits:
        Reported only: passwords that are known, lengths, `override_special` that is no literal, and random
        passwords of another module. What a function makes of a random password is not judged.

    Source:
        A table with a source for each service: the API references and user guides of AWS; documentation of
        the random provider, random_password.
    """

    name = "aws-password-invalid"
    impact = Impact.REPLACE
    watches = resources(*FORMS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        form = FORMS[block.labels[0]]
        for attribute in _arguments(block, form):
            value = inference.plain(inference.infer(attribute, block, module))
            if isinstance(value, str) and value:
                yield from _of_value(attribute, value, form, block, module)
                continue
            for made, where in _sources(attribute.expression, module):
                yield from _of_random(made, where, attribute, block, module)


def _arguments(block: Block, form: Form) -> list[Attribute]:
    *outer, name = form.argument.split(".")
    places = [block]
    for type_ in outer:
        places = [inner for place in places for inner in nested(place, type_)]
    return [attribute for place in places if (attribute := place.get(name)) is not None]


def _of_value(
    attribute: Attribute, value: str, form: Form, block: Block, module: Module
) -> Iterator[Finding]:
    wrong = [one for one in dict.fromkeys(value) if not one.isalnum() and not form.takes(one)]
    is_certain = inference.infer(attribute, block, module, defaults=False).is_known
    what = f"'{attribute.name}'" if is_certain else f"'{attribute.name}', as the variables are,"
    if wrong:
        message = f"{what} has {_listed(wrong)} in it, which {block.labels[0]} does not take"
        yield Finding(attribute, message, advice="take other characters")
    elif not value.isascii():
        message = f"{what} has characters beyond ASCII, which {block.labels[0]} does not take"
        yield Finding(attribute, message, advice="take other characters")
    elif told := _wrong_length(len(value), form, block, module):
        yield Finding(attribute, f"{what} is {told}", advice="take another length")


def _wrong_length(length: int, form: Form, block: Block, module: Module) -> str:
    """What is wrong with a length; or nothing."""
    engine = block.get("engine")
    known = inference.plain(inference.infer(engine, block, module)) if engine is not None else None
    named = str(known) if isinstance(known, str) else ""
    most = next((most for one, most in form.engines.items() if named.startswith(one)), form.most)
    if form.least <= length <= most:
        return ""
    return f"{length} characters long; {block.labels[0]} takes {form.least} to {most}"


def _listed(characters: list[str]) -> str:
    if len(characters) > 3:
        return f"any of {''.join(characters)}"
    return " and ".join("a space" if one == " " else f"'{one}'" for one in characters)


# -- random passwords ------------------------------------------------------------------------------------


def _sources(node: nodes.Expression, module: Module) -> Iterator[tuple[Block, Module]]:
    """The random passwords, and their modules, one of which is the value of an expression."""
    stack, seen = [(node, module)], set()
    while stack:
        node, here = stack.pop()
        node = nodes.inside(node)
        match node:
            case nodes.Conditional():
                stack += ((node.yes, here), (node.no, here))
            case nodes.Call() if node.name in _PASSING:
                stack += ((one, here) for one in node.arguments)
            case nodes.Template(parts=(nodes.Interpolation() as part,)):
                stack.append((part.expression, here))
            case nodes.Traversal():
                for found in _named(node, here):
                    if isinstance(found, tuple):
                        if (found[0].source, found[1].path) not in seen:
                            seen.add((found[0].source, found[1].path))
                            stack.append(found)
                    else:
                        yield found, here


def _named(node: nodes.Traversal, module: Module) -> Iterator[Block | tuple[nodes.Expression, Module]]:
    """The random password that a traversal names the result of; or the expressions whose value it has."""
    names = node.names
    if len(names) < 2:
        return
    if names[0] == "local" and len(node.steps) == 1:
        local = module.locals.get(names[1])
        if local is not None:
            yield local.expression, module
    elif names[0] == "var" and len(node.steps) == 1:
        for caller, call in module.callers:
            if (given := call.get(names[1])) is not None:
                yield given.expression, caller
    elif (block := module.resource(names[0], names[1])) is not None:
        last = node.steps[-1]
        asked = last.name if isinstance(last, nodes.GetAttribute) else ""
        if names[0] in _RANDOM and asked == "result":
            yield block
        elif _STORES.get(names[0]) == asked and (kept := block.get(asked)) is not None:
            yield kept.expression, module


def _of_random(
    made: Block, where: Module, attribute: Attribute, block: Block, module: Module
) -> Iterator[Finding]:
    form, address = FORMS[block.labels[0]], Address.of(made)
    wrong, is_here = _refused(made, form, where), where is module
    length = _number(made, "length", where)
    told = _wrong_length(length, form, block, module) if length is not None else ""
    if told:
        at = made.get("length") if is_here else None
        yield Finding(at or attribute, f"{address} is {told}", advice="take another length")
    if not wrong:
        return
    message = f"{address} may have {_listed(wrong)} in it, which {Address.of(block)} does not take"
    left = _left(made, form, where)
    own = made.get("override_special")
    is_written = own is None or own.string is not None
    if is_here and left and is_written and is_declared_once(made, module):
        yield Finding(own or made, message, partial(_take_out, made, form, module))
    else:
        advice = f"override_special = {quote(left)}" if left else "special = false"
        yield Finding((own or made) if is_here else attribute, message, advice=advice)


def _number(block: Block, name: str, module: Module) -> int | None:
    attribute = block.get(name)
    value = inference.plain(inference.infer(attribute, block, module)) if attribute is not None else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _refused(made: Block, form: Form, module: Module) -> list[str]:
    """The characters that a random password may have and a service does not take."""
    return [one for one in dict.fromkeys(_specials(made, module) or "") if not form.takes(one)]


def _left(made: Block, form: Form, module: Module) -> str:
    """The special characters of a random password that a service takes."""
    return "".join(one for one in _specials(made, module) or "" if form.takes(one))


def _specials(made: Block, module: Module) -> str | None:
    """The special characters that a random password may have; None where that is not known."""
    special, own = made.get("special"), made.get("override_special")
    if special is not None:
        value = inference.plain(inference.infer(special, made, module))
        if value is False:
            return ""
        if value is not True and value is not None:
            return None
    if own is None:
        return RANDOM_SPECIALS
    value = inference.plain(inference.infer(own, made, module))
    if value is None or value == "":
        return RANDOM_SPECIALS
    return value if isinstance(value, str) else None


def _take_out(made: Block, form: Form, module: Module) -> None:
    left, own = _left(made, form, module), made.get("override_special")
    if not _refused(made, form, module) or not left or (own is not None and own.string is None):
        raise Refused("another fix has changed its characters")
    after = "special" if made.get("special") is not None else "length"
    made.body.set("override_special", quote(left), after=after)
