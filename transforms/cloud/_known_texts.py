"""The text that an argument has, as far as it is known, and what says it."""

from __future__ import annotations

from tffix import Attribute, Block, Module, inference


def text(attribute: Attribute | None, block: Block, module: Module) -> str:
    """The text of an argument in a top-level block, a number as Terraform writes it; nothing where it is not
    set or not known. Defaults of variables count."""
    if attribute is None:
        return ""
    found = inference.infer(attribute, block, module)
    known = inference.plain(found) if found.is_known else None
    return str(known) if isinstance(known, str | int | float) and not isinstance(known, bool) else ""


def whence(attribute: Attribute) -> str:
    """What says a value that is not written in its place, as a clause; nothing if it is."""
    if inference.is_plain(attribute.expression):
        return ""
    source = attribute.source.strip().removeprefix('"${').removesuffix('}"').strip()
    return f" ({source} is that)" if "\n" not in source else ""
