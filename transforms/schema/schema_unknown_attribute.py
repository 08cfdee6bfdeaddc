"""References to attributes that a resource does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Reference, Refused, Transform, nodes, schemas

from ._attribute_path import Missing, missing
from ._renames import successor
from ._spelling import by_type, completed, evident, reworded
from ._withdrawn import withdrawn_argument

_EVERYWHERE = frozenset(("all", "timeouts"))
"""What `ignore_changes` may name and the schemas do not have."""


class SchemaUnknownAttribute(Transform):
    """A reference names an attribute that the resource or data source does not have.

    What:
        Follows every reference to a declared resource or data source, in templates and heredocs too, through
        the attributes and nested blocks of its schema. A name that is evidently misspelt, renamed, cut short
        (`dns` for `dns_name`) or told by the type (`vpc_id` for the `id` of an `aws_vpc`) is corrected; a
        block that there is at most one of gets the `[0]` that it lacks. Names in `ignore_changes` that the
        resource does not have are reported.

    Why:
        Terraform stops with "Unsupported attribute" before it plans anything.

    Example:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
        }

        output "address" {
          value = aws_lb.web.dns
        }

    Becomes:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
        }

        output "address" {
          value = aws_lb.web.dns_name
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Reported where more than one attribute may be meant, as `count` is, which stood for the number of
        instances before Terraform 0.12; what another version of the provider has is
        reported with that version. `try` and `can` do not help against a name that no resource of the type
        has, so that it is found in them too. Silent after an index into a map and where the versions that may
        be in use differ.

    Source:
        The provider schemas in tffix's facts.
    """

    name = "schema-unknown-attribute"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for reference in module.references:
            if reference.address.parts[0] in ("var", "local", "module"):
                continue
            if reference.block.type in ("moved", "removed", "import"):
                continue
            block = module.get(reference.address)
            judged = schemas.judged(block, module) if isinstance(block, Block) else None
            found = missing(reference, judged.schemas) if judged else None
            if judged is not None and found is not None:
                yield self._finding(reference, found, judged, module)
        for block in module.resources():
            yield from _ignored(block, module)

    def _finding(
        self, reference: Reference, found: Missing, judged: schemas.Judged, module: Module
    ) -> Finding:
        wrong = found.step.name
        if found.is_element:
            message = f"{reference.address} has a list of '{found.inside}', so that '{wrong}' needs an index"
            if not found.is_single:
                advice = f"write {found.inside}[0].{wrong}, or {found.inside}[*].{wrong} for all of them"
                return Finding(reference.attribute, message, advice=advice, within=found.step)
            fix = partial(_write, reference.attribute, found.step, f"[0].{wrong}")
            return Finding(reference.attribute, message, fix, within=found.step)
        where = f"{reference.address}{f'.{found.inside}' if found.inside else ''}"
        message = f"{where} has no attribute '{wrong}' ({judged.told})"
        if wrong == "count" and not found.inside:
            return Finding(
                reference.attribute, message, advice=_counted(reference, module), within=found.step
            )
        path = (*found.inside.split("."), wrong) if found.inside else (wrong,)
        versions = judged.versions_with(path)
        right = _meant(found, path, judged, bool(versions))
        if judged.type == "terraform_remote_state" and not found.inside and right is None:
            right = f"outputs.{wrong}"  # where its outputs stood before Terraform 0.12
        if right is None:
            withdrawn = withdrawn_argument(judged.type, path)
            verb = "has" if len(versions) == 1 else "have"
            told = [f"{judged.provider} {' and '.join(versions)} {verb} it"] if versions else []
            advice = "; ".join([*told, withdrawn.advice] if withdrawn else told)
            return Finding(reference.attribute, message, advice=advice, within=found.step)
        fix = partial(_write, reference.attribute, found.step, f".{right}")
        return Finding(reference.attribute, f"{message}; '{right}' is meant", fix, within=found.step)


def _ignored(block: Block, module: Module) -> Iterator[Finding]:
    """The names in ``ignore_changes`` that the resource does not have."""
    lists = [found for one in block.blocks("lifecycle") if (found := one.get("ignore_changes")) is not None]
    for attribute in lists:
        top = next(iter(schemas.sites(block, module)), None)
        for item in attribute.expression.items if isinstance(attribute.expression, nodes.Tuple) else ():
            name = item.root if isinstance(item, nodes.Traversal) else None
            if top is not None and name is not None and name not in _EVERYWHERE and not top.may_have(name):
                message = f"{block.labels[0]} has no argument '{name}' to ignore ({top.judged.told})"
                yield Finding(attribute, message, within=item)


def _counted(reference: Reference, module: Module) -> str:
    """What ``.count`` stood for before Terraform 0.12: the number of instances. An output of a remote state
    may have that name too."""
    address, block = reference.address, module.get(reference.address)
    assert isinstance(block, Block)
    is_repeated = any(block.get(name) is not None for name in ("count", "for_each"))
    number = (
        f"write length({address}) for the number of its instances" if is_repeated else "it has one instance"
    )
    if block.labels[0] != "terraform_remote_state":
        return number
    index = "[…]" if is_repeated else ""
    return f"{number}, and {address}{index}.outputs.count is an output of that name"


def _meant(found: Missing, path: tuple[str, ...], judged: schemas.Judged, existed: bool) -> str | None:
    wrong, names = found.step.name, found.names
    renamed = successor(judged.type, path)
    if renamed is not None and renamed.name in names and not renamed.values:
        return f"{renamed.name}[0]" if renamed.in_list else renamed.name
    right = reworded(wrong, names)
    if right or existed:
        return right
    right = evident(wrong, names) or completed(wrong, names)
    return right or (None if found.inside else by_type(wrong, judged.type, names))


def _write(attribute: Attribute, step: nodes.GetAttribute, right: str) -> None:
    """Writes ``right`` in the place of a step."""
    if attribute.source == step.source:
        attribute.replace({step: right})
        return
    # Another fix has changed the expression meanwhile: this one is found and made in the next round.
    raise Refused("the expression has changed")
