"""Nested blocks as Python: structs, or dictionaries where the program has those."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ...hcl.tree import Block
from .. import Refused
from . import names
from .constructs import Construct, literal
from .draft import Draft, New
from .expressions import Reference, python, quoted
from .importing import module_for
from .viewing import ShownBlocks, ShownBody


@dataclass(frozen=True, slots=True)
class Structs:
    """Writes what stands inside of the calls of one program."""

    draft: Draft

    def pair(self, shown: ShownBody, name: str, text: str) -> str:
        """An argument of a call, or an item of a dictionary."""
        keyword = shown.shape.keyword(name)
        if isinstance(shown.node, cst.Dict):
            return f"{quoted(key_like(shown.node, keyword), self.draft.source.quotes)}: {text}"
        return f"{keyword}={text}"

    def blocks(
        self,
        made: Construct,
        shown: ShownBody,
        name: str,
        blocks: list[Block],
        reference: Reference,
        new: New | None = None,
    ) -> str:
        """The value of an argument that holds new nested blocks."""
        written = [self.block(made, shown, name, block, reference, None, new) for block in blocks]
        return written[0] if len(written) == 1 and shown.shape.is_single(name) else f"[{', '.join(written)}]"

    def block(
        self,
        made: Construct,
        shown: ShownBody,
        name: str,
        block: Block,
        reference: Reference,
        beside: ShownBlocks | None = None,
        new: New | None = None,
    ) -> str:
        """A nested block as a struct, or as a dictionary where those beside it are."""
        shape = shown.shape.nested(name)
        if shape is None or name == "lifecycle":
            raise Refused(f"a '{name}' block has no counterpart in this program")
        path = (*shown.path, name)
        like = beside.bodies[0].node if beside is not None and beside.bodies else shown.node
        in_dict = isinstance(like, cst.Dict)
        inner = ShownBody(like, shown.suite, shape, path)
        pairs = [
            self.pair(
                inner, attribute.name, python(attribute.expression, reference, self.draft.source.quotes)
            )
            for attribute in block.body.attributes
        ]
        for nested in dict.fromkeys(one.type for one in block.blocks()):
            text = self.blocks(made, inner, nested, list(block.blocks(nested)), reference, new)
            pairs.append(self.pair(inner, nested, text))
        if in_dict:
            return f"{{{', '.join(pairs)}}}"
        return f"{self._struct(made, path, new)}({', '.join(pairs)})"

    def _struct(self, made: Construct, path: tuple[str, ...], new: New | None) -> str:
        bound, type_name, kind = made.bound, made.type, made.kind
        assert bound is not None
        provider, class_name = bound.provider, bound.name
        if new is not None:
            type_name, kind = new.block.labels[0], new.block.type
            provider = type_name.partition("_")[0]
            class_name = names.class_of(provider, kind, type_name)
        module = module_for(bound, provider, class_name, str(kind))
        if new is None:
            module = ".".join((bound.package, *bound.modules))
        return self.draft.imports.name(module, names.struct_of(provider, class_name, path))


def key_like(node: cst.Dict, keyword: str) -> str:
    """A keyword as the keys of a dictionary are written: ``from_port`` or ``fromPort``."""
    keys = [literal(one.key) or "" for one in node.elements if isinstance(one, cst.DictElement)]
    if any(key != key.lower() for key in keys):
        first, *rest = keyword.split("_")
        return first + "".join(word[:1].upper() + word[1:] for word in rest)
    if "_" in keyword and keys and not any("_" in key for key in keys):
        raise Refused("it is not certain how the keys of this dictionary are written")
    return keyword
