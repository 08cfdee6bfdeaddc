"""The origins of a CloudFront distribution and the cache behaviors that name them.

Facts: Amazon CloudFront API reference, CacheBehavior ("TargetOriginId"); rule E3057 of cfn-lint 1.58.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Module, inference

_ORIGINS = ("origin", "origin_group")
_BEHAVIORS = ("default_cache_behavior", "ordered_cache_behavior")


def unknown_targets(distribution: Block, module: Module) -> Iterator[tuple[Attribute, str]]:
    """The arguments that name an origin that the distribution does not have, with the name."""
    if any(one.labels[:1] and one.labels[0] in _ORIGINS for one in distribution.blocks("dynamic")):
        return
    if any(distribution.get(name) is not None for name in _ORIGINS):
        return
    ids = [one.get("origin_id") for name in _ORIGINS for one in distribution.blocks(name)]
    known = {_text(one, distribution, module) for one in ids if one is not None}
    if None in known or not known:
        return
    for name in _BEHAVIORS:
        for behavior in distribution.blocks(name):
            target = behavior.get("target_origin_id")
            text = _text(target, distribution, module) if target is not None else None
            if target is not None and text and text not in known:
                yield target, text


def _text(attribute: Attribute, block: Block, module: Module) -> str | None:
    """A text whatever variables are."""
    value = inference.infer(attribute, block, module, defaults=False).value
    return value if isinstance(value, str) else None
