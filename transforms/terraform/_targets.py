"""What `moved`, `removed` and `import` blocks are about: addresses of resources and modules, with their keys.

Facts: Terraform command-line documentation, "Resource Addressing"; Terraform 1.11 for the messages.
"""

from __future__ import annotations

from dataclasses import dataclass

from tffix import nodes

_RESERVED = frozenset(("var", "local", "each", "count", "self", "path", "terraform", "output"))
_ANY_KEY = "*"


@dataclass(frozen=True, slots=True)
class Target:
    """An address. ``path`` are the module calls that lead to it, each with its key (empty: none); ``parts``
    name the resource, and are empty for a module; ``key`` is the key of the resource."""

    path: tuple[tuple[str, str], ...]
    parts: tuple[str, ...] = ()
    key: str = ""

    @property
    def is_module(self) -> bool:
        return not self.parts

    @property
    def has_key(self) -> bool:
        """Whether it is one instance, by its own key."""
        return bool(self.path[-1][1] if self.is_module else self.key)

    @property
    def name(self) -> tuple[str, ...]:
        """What declares it in its module: the name of a call, or the parts of a resource's address."""
        return ("module", self.path[-1][0]) if self.is_module else self.parts


def target(node: nodes.Expression) -> Target | str:
    """The address that an expression is, or what is wrong with it. A key that is computed is ``*``."""
    if not isinstance(node, nodes.Traversal):
        return f"{_shown(node)} is not an address"
    words: list[tuple[str, str]] = [(node.root, "")]
    for step in node.steps:
        if isinstance(step, nodes.GetAttribute):
            words.append((step.name, ""))
        elif isinstance(step, nodes.Splat) or words[-1][1]:
            return f"{node.text} is not an address"
        else:
            words[-1] = (words[-1][0], _key(step))
    path: list[tuple[str, str]] = []
    while len(words) > 1 and words[0] == ("module", ""):
        path.append(words[1])
        words = words[2:]
    if not words:
        return Target(tuple(path))
    if words[0][0] == "resource":
        words = words[1:]
    length = 3 if words and words[0][0] in ("data", "ephemeral") else 2
    if len(words) != length or any(key for _, key in words[:-1]) or words[0][0] in _RESERVED:
        return f"{node.text} is not an address of a resource or module"
    return Target(tuple(path), tuple(name for name, _ in words), words[-1][1])


def _key(step: nodes.Step) -> str:
    if isinstance(step, nodes.LegacyIndex):
        return str(step.number)
    key = step.key if isinstance(step, nodes.Index) else step
    if isinstance(key, nodes.Template) and key.literal is not None:
        return f'"{key.literal}"'
    return key.text if isinstance(key, nodes.Literal) else _ANY_KEY


def is_computed(one: Target) -> bool:
    """Whether a key in it is computed."""
    return _ANY_KEY in (one.key, *(key for _, key in one.path))


def _shown(node: nodes.Expression) -> str:
    return node.text if len(node.text) < 50 and "\n" not in node.text else "this"
