"""Two `terraform` blocks of a module: what keeps them from being one, and how they are joined.

Terraform allows any number of `terraform` blocks in a module, but only one `required_providers` block, one
backend (or `cloud` block) and one `provider_meta` block per provider among them.

Facts: Terraform language documentation, "terraform block reference".
"""

from __future__ import annotations

import re

from tffix import Attribute, Block, Gap, nodes, quote

from . import _required_providers as required

_BACKENDS = ("backend", "cloud")


def obstacle(home: Block, other: Block) -> str:
    """Why Terraform cannot make one of both, as a clause; nothing if it can."""
    return _twice(home, other) or contradiction(home, other)


def _twice(home: Block, other: Block) -> str:
    """What both declare, though it can be declared once."""
    backends = [next((b for b in one.blocks() if b.type in _BACKENDS), None) for one in (home, other)]
    if all(backends):
        return "there are two backends, " + " and ".join(header(one) for one in backends if one)
    for block in other.blocks():
        for known in home.blocks(block.type, *block.labels):
            if block.type != "required_providers":
                return f"there are two {header(block)} blocks"
            if reason := required.obstacle(known, block):
                return reason
    return ""


def contradiction(home: Block, other: Block) -> str:
    """Which arguments of both contradict each other."""
    reasons = (_attribute_obstacle(home.get(one.name), one) for one in other.body.attributes)
    return next(filter(None, reasons), "")


def join(home: Block, other: Block) -> None:
    """Moves everything of ``other`` into ``home``, comments included, and takes ``other`` out of its file.
    There must be no obstacle."""
    around = required.comments(other.leading, other.opening, other.closing, other.trailing)
    moved = [_join_item(home, item) for item in list(other.body.items)]
    required.add_comments(next((item for item in moved if item is not None), home), around)
    if other.parent is not None:  # what held required_providers only is gone with them
        other.remove()


def join_required(known: Block, other: Block) -> None:
    """Makes one ``required_providers`` block of two, and takes away what is empty then."""
    required.join(known, other)
    loose = [gap.text for gap in other.body.items if isinstance(gap, Gap)]
    texts = (other.leading, other.opening, *loose, other.closing, other.trailing)
    required.add_comments(known, required.comments(*texts))
    outer = other.parent.owner if other.parent is not None else None
    other.remove()
    if outer is not None and not outer.body.text.strip() and not _comments_around(outer):
        outer.remove()


def holds_only_a_backend(block: Block) -> bool:
    """Whether a block does nothing but name the backend."""
    return not list(block.body.attributes) and {one.type for one in block.blocks()} <= set(_BACKENDS)


def header(block: Block) -> str:
    return " ".join((block.type, *map(quote, block.labels)))


def _comments_around(block: Block) -> list[str]:
    return required.comments(block.leading, block.opening, block.closing, block.trailing)


def _attribute_obstacle(known: Attribute | None, attribute: Attribute) -> str:
    if known is None or known.source == attribute.source:
        return ""
    if attribute.name == "experiments":
        both = (known.expression, attribute.expression)
        return "" if all(isinstance(one, nodes.Tuple) for one in both) else "experiments is not a list"
    if attribute.name != "required_version":
        return f"{attribute.name} has two values"
    if known.string is None or attribute.string is None:
        return "required_version is not a plain string"
    # Here `~> 1` has no upper end, other than in requirements of providers.
    open_ended = [re.sub(r"~>(\s*\d+\s*(?:,|$))", r">=\1", one) for one in (known.string, attribute.string)]
    if required.contradict(*open_ended):
        return f'no version of Terraform meets both "{known.string}" and "{attribute.string}"'
    return ""


def _join_item(home: Block, item: Attribute | Block | Gap) -> Attribute | Block | None:
    """Moves an item into ``home`` and returns it, or merges it into what ``home`` has of it."""
    if isinstance(item, Gap):
        if not item.is_blank:
            end = len(home.body.items)
            home.body.splice(end, end, [Gap("\n"), Gap(item.text)])
        return None
    if isinstance(item, Attribute):
        return _join_attribute(home, item)
    known = next(home.blocks(item.type, *item.labels), None)
    if known is None:
        home.body.append(item.remove())
        return item
    join_required(known, item)
    return None


def _join_attribute(home: Block, attribute: Attribute) -> Attribute | None:
    known = home.get(attribute.name)
    if known is None:
        return _insert(home, required.transplant(attribute))
    required.add_comments(known, required.comments(attribute.leading, attribute.trailing))
    if known.source == attribute.source:
        return None
    if attribute.name == "experiments":
        both = (known.expression, attribute.expression)
        items = [node.text for one in both if isinstance(one, nodes.Tuple) for node in one.items]
        known.set(f"[{', '.join(dict.fromkeys(items))}]")
    else:
        known.set(quote(required.joined(known.string or "", attribute.string or "")))
    return None


def _insert(home: Block, attribute: Attribute) -> Attribute:
    """An attribute goes behind those at the top of a block, or to the top, on a line apart."""
    present, first = list(home.body.attributes), next(home.blocks(), None)
    if present:
        home.body.insert_after(present[-1], attribute)
    elif first is None:
        home.body.append(attribute)
    else:
        home.body.insert_before(first, attribute)
        after = home.body.items.index(attribute) + 1
        home.body.splice(after, after, [Gap("\n")])
    return attribute
