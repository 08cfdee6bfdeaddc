"""Whether something that a type does not have can be removed without losing what its author wanted."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, facts, nodes, schemas

_DEPTH = 8


def reason_to_keep(at: Attribute | Block, name: str, site: schemas.Site) -> str:
    """What a person is to look at before an argument or block is removed, as advice; nothing if it says
    nothing that the type, or another one, may want."""
    own = _own_type(name, site)
    if own:
        return f"the resource '{own}' is for that: write it there"
    missing = _missing(site)
    if missing and isinstance(at, Block) and any(one.get(missing) for one in (at, *at.blocks("content"))):
        return f"'{missing}' is required and missing, and the block has it: write it outside of the block"
    if missing and name != "tags":
        return f"'{missing}' is required and missing: perhaps it is meant; else remove it"
    like = _of_like_words(name, site)
    if like:
        return f"perhaps '{like}' is meant; else {without(at)}"
    if isinstance(at, Block):
        return f"{without(at)}, or remove it" if _has_content(at) else ""
    if name == "tags" or _is_plain(at.expression):
        return ""
    return "look up where its value belongs, or remove it"


def without(at: Attribute | Block) -> str:
    """What to do with something whose name means nothing here: content is not thrown away."""
    return "look up where its content belongs" if isinstance(at, Block) and _has_content(at) else "remove it"


def _has_content(block: Block) -> bool:
    return any(True for _ in (*block.body.attributes, *block.body.blocks()))


def _own_type(name: str, site: schemas.Site) -> str:
    """The resource type that is named for an argument of another: ``aws_s3_bucket_acl`` for ``acl``."""
    judged = site.judged
    if judged.kind != "resource":
        return ""
    known = facts.schemas.types(judged.provider, judged.pin.versions[0], "resource")
    words = judged.type.split("_")
    names = (name, f"{name}s", name.removesuffix("s"))
    stems = ("_".join(words[:end]) for end in range(len(words), 1, -1))
    found = (one for stem in stems for ending in names if (one := f"{stem}_{ending}") in known)
    return next((one for one in found if one != judged.type), "")


def _missing(site: schemas.Site) -> str:
    """A required argument or block that a body lacks."""
    given = {attribute.name for attribute in site.body.attributes}
    given.update(schemas.content_of(child)[0] for child in site.body.blocks())
    wanted = [name for name, one in site.schema.attributes.items() if one.required]
    wanted += [name for name, one in site.schema.blocks.items() if one.required]
    return next((name for name in wanted if name not in given), "")


def _of_like_words(name: str, site: schemas.Site) -> str:
    """Where a type has a word of a name that neither its own name nor the path to the body has."""
    usual = _words("_".join((site.judged.type, *site.path)))
    words = _words(name) - usual
    return next(
        (".".join(path) for path in _paths(site.judged.schemas[0], ()) if words & _words(path[-1])), ""
    )


def _words(name: str) -> set[str]:
    return {word.removesuffix("s") for word in name.split("_")}


def _paths(schema: schemas.BlockSchema, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All that can be set in a type, by its path."""
    for name, attribute in schema.attributes.items():
        if attribute.is_settable:
            yield (*path, name)
    for name, nested in schema.blocks.items():
        yield (*path, name)
        if len(path) < _DEPTH:
            yield from _paths(nested.block, (*path, name))


def _is_plain(node: nodes.Expression) -> bool:
    """Whether a value is written out on the spot and short: no reference, call or document."""
    node = nodes.inside(node)
    if isinstance(node, nodes.Template):
        return node.literal is not None and not node.is_heredoc
    if isinstance(node, nodes.Tuple):
        return all(_is_plain(item) for item in node.items)
    if isinstance(node, nodes.Object):
        return not node.items
    return isinstance(node, nodes.Literal)
