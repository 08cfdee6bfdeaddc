"""What breaks a limit that AWS has for an argument, of what is known of its value before Terraform runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tffix import Address, Attribute, Block, Module, evaluate, facts, mentions, nodes, quote

from ._patterns import compiled, impossible, told
from ._rounds import Scope

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of an argument, and what its pattern asks for where words for it are known."""

    limits: facts.aws.Limits
    words: str = ""

    @property
    def takes(self) -> str:
        return f"it takes {self.words or told(self.limits.pattern or '')}"


@dataclass(frozen=True, slots=True)
class Breach:
    """``message`` goes on where the argument's name ends."""

    message: str
    advice: str


def breach(value: str, asked: Asked) -> Breach | None:
    """How a whole value breaks a limit. The empty string, 0 and less are no values to many an argument."""
    limits = asked.limits
    if not value:
        return None
    if limits.minimum is not None or limits.maximum is not None:
        return _of_number(value, limits)
    if limits.max_length is not None and len(value) > limits.max_length:
        more = len(value) - limits.max_length
        return Breach(
            f"is {len(value)} characters long; AWS takes at most {limits.max_length}", f"shorten it by {more}"
        )
    # Java's characters, which AWS counts, may be more than Python's.
    if limits.min_length is not None and len(value.encode("utf-16-le")) // 2 < limits.min_length:
        length = f"{len(value)} character{'s' if len(value) > 1 else ''} long"
        return Breach(f"is {length}; AWS takes at least {limits.min_length}", "")
    if limits.pattern is not None and not compiled(limits.pattern).fullmatch(value):
        return Breach(f"cannot be {quote(_shown(value))}", _without(value, limits.pattern) + asked.takes)
    return None


def _without(value: str, pattern: str) -> str:
    """Which characters of a value nothing that matches a pattern has; nothing where that is not known."""
    wrong = impossible(pattern)
    found = dict.fromkeys(wrong.findall(value)) if wrong is not None else {}
    return f"take out {' and '.join(map(quote, found))}: " if found else ""


def breach_of_part(parts: list[str], asked: Asked) -> Breach | None:
    """How the known parts of a value break a limit, whatever the others are."""
    limits = asked.limits
    length = sum(map(len, parts))
    if limits.max_length is not None and length > limits.max_length:
        more = length - limits.max_length
        return Breach(
            f"is at least {length} characters long; AWS takes at most {limits.max_length}",
            f"shorten it by {more} or more",
        )
    pattern = limits.pattern
    wrong = impossible(pattern) if pattern is not None else None
    found = wrong.search("".join(parts)) if wrong is not None else None
    if pattern is None or found is None:
        return None
    return Breach(f"cannot have {quote(found[0])} in it", asked.takes)


def breach_of_count(node: nodes.Tuple, is_set: bool, asked: Asked) -> Breach | None:
    """How a list that is written out breaks the limits of its length."""
    items, limits = len(node.items), asked.limits
    # In a set, what is not written out may be what another element is.
    written = {one.literal for item in node.items if isinstance(one := nodes.inside(item), nodes.Template)}
    different = len(written - {None}) if is_set else items
    least = "at least " if different < items else ""
    if limits.max_items is not None and different > limits.max_items:
        return Breach(f"has {least}{different} elements", f"it takes at most {limits.max_items}")
    if limits.min_items is not None and 0 < items < limits.min_items:
        elements = f"{items} element{'s' if items > 1 else ''}"
        return Breach(f"has {elements}", f"it takes at least {limits.min_items}")
    return None


def known_parts(node: nodes.Expression, module: Module) -> list[str]:
    """The texts in a string that are known, if others are not."""
    if not isinstance(node, nodes.Template) or node.is_heredoc:
        return []
    parts = []
    for part in node.parts:
        if isinstance(part, nodes.TemplateLiteral):
            parts.append(part.value)
        elif isinstance(part, nodes.Interpolation) and not any(part.trims):
            value = known_value(part.expression, module)
            parts.append(value if isinstance(value, str) else "")
        else:
            return []
    return parts


def known_value(node: nodes.Expression, module: Module, scope: Scope | None = None) -> Any:
    """The value of an expression, with variables as they are given, or by default."""
    return evaluate(node, module, scope, defaults=True)


def needs_a_value(node: nodes.Expression, module: Module) -> bool:
    """Whether an expression refers, through local values too, to a variable that is the empty string by
    default: whoever uses the module is to give it another."""
    stack = [one.address for one in mentions(node.text)]
    seen: set[Address] = set()
    while stack:
        address = stack.pop()
        if address in seen:
            continue
        seen.add(address)
        item = module.get(address)
        if isinstance(item, Attribute):
            stack += (one.address for one in mentions(item.source))
        elif isinstance(item, Block) and item.type == "variable":
            default = item.get("default")
            if default is not None and default.string == "":
                return True
    return False


def texts(
    node: nodes.Expression, module: Module, scopes: Sequence[Scope] = ({},)
) -> Iterator[tuple[nodes.Expression, str | None]]:
    """The strings and numbers that a value is, or may be, or holds in a list, as strings; None where it is
    not known. ``scopes`` are what repetitions around it make of their names."""
    stack = [node]
    while stack:
        node = nodes.inside(stack.pop())
        match node:
            case nodes.Template(is_heredoc=True):
                yield node, None
            case nodes.Template(literal=str(value)):
                yield node, value
            case nodes.Literal(value=int() | float() as number) if not isinstance(number, bool):
                yield node, str(number)
            case nodes.Tuple():
                stack += reversed(node.items)
            case nodes.Conditional():
                stack += (node.no, node.yes)
            case nodes.Literal() | nodes.Object():
                pass
            case _:
                known = (known_value(node, module, scope) for scope in scopes)
                listed = (one for value in known for one in (value if isinstance(value, list) else [value]))
                yield from ((node, one) for one in dict.fromkeys(map(_as_text, listed)))


def _as_text(value: Any) -> str | None:
    is_known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_known else None


def _of_number(value: str, limits: facts.aws.Limits) -> Breach | None:
    try:
        number = float(value)
    except ValueError:
        return None
    low, high = limits.minimum, limits.maximum
    if number <= 0 or not ((low is not None and number < low) or (high is not None and number > high)):
        return None
    if low is None or high is None:
        return Breach(
            f"cannot be {value}", f"it takes at {'least' if high is None else 'most'} {low or high}"
        )
    return Breach(f"cannot be {value}", f"it takes {low} to {high}")


def _shown(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
