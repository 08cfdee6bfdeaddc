"""`for_each` and `count` with values over which nothing can be repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, inference, may_be_deployed

from ._repetition import bad_before_apply, bad_count, bad_dynamic, bad_for_each


class RepetitionInvalid(Transform):
    """`for_each` or `count` has a value over which nothing can be repeated.

    What:
        Infers the value of every `for_each` and `count`: a list where a map or a set of strings is required,
        a set of numbers, null, a value that is sensitive, keys or a number known only after the apply,
        a `count` that is negative or no whole number. A list of strings is put in `toset(…)`. `count` beside
        `for_each` is reported.

    Why:
        Terraform stops with "Invalid for_each argument", "Invalid for_each set argument", "Invalid count
        argument" or "Invalid combination", in part only when it plans.

    Example:
        resource "aws_iam_user" "this" {
          for_each = ["ann", "bob"]

          name = each.value
        }

    Becomes:
        resource "aws_iam_user" "this" {
          for_each = toset(["ann", "bob"])

          name = each.value
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        That keys or a number are known only after the apply is not reported where the module may be deployed
        already, by the evidence of a backend, a state or its callers. A list is only reported where its
        elements are no strings, or where one occurs twice. A variable may be null or unsuitable when
        Terraform runs: what is not known is not judged.

    Source:
        Terraform language documentation, "The for_each Meta-Argument", "The count Meta-Argument" and "dynamic
        Blocks".
    """

    name = "terraform-repetition-invalid"
    impact = Impact.NONE
    watches = blocks("resource", "data", "module", "ephemeral")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for name, judge in (("for_each", bad_for_each), ("count", bad_count)):
            attribute = block.get(name)
            if attribute is None:
                continue
            value = inference.infer(attribute, block, module, defaults=False)
            message = judge(value)
            if not message and (message := bad_before_apply(name, value)) and may_be_deployed(module):
                continue  # what is there is known
            if message:
                yield Finding(attribute, f"{name}: {message}", _fix(attribute, block, module))
        both = [one for one in block.body.attributes if one.name in ("count", "for_each")]
        if len(both) == 2:
            yield Finding(both[1], "the block has count and for_each, of which it can have one")
        yield from _dynamic(block, module)


def _dynamic(block: Block, module: Module) -> Iterator[Finding]:
    for body in block.body.walk():
        over = body.get("for_each") if body.owner is not None and body.owner.type == "dynamic" else None
        if over is None:
            continue
        if message := bad_dynamic(inference.infer(over, block, module, defaults=False)):
            yield Finding(over, f"for_each: {message}")


def _fix(attribute: Attribute, block: Block, module: Module) -> Callable[[], object] | None:
    value = inference.infer(attribute, block, module, defaults=False)
    return partial(_as_set, attribute) if attribute.name == "for_each" and _is_list_of_words(value) else None


def _is_list_of_words(value: inference.Abstract) -> bool:
    """Whether a value is a list of strings of which none is known to occur twice."""
    type_, types = value.type, inference.types
    if value.marks or value.is_null or inference.has_later(value):
        return False
    if isinstance(value.value, list):
        if any(one.type is not types.STRING for one in value.value):
            return False
        known = [one.value for one in value.value if one.is_known]
        return len(set(known)) == len(known)
    return isinstance(type_, types.Collection) and type_ == types.list_of(types.STRING)


def _as_set(attribute: Attribute) -> None:
    if not attribute.source.startswith("toset("):
        attribute.set(f"toset({attribute.source})")
