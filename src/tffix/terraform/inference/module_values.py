"""The values of what a module declares, as far as they are known: variables, local values, resources, calls.

Facts: Terraform language documentation, "References to Named Values".
"""

from __future__ import annotations

from collections.abc import Sequence

from ...hcl.errors import SyntaxFault
from ...hcl.nodes import Expression, GetAttribute, Index, LegacyIndex, Step, Traversal
from ...hcl.tree import Attribute, Block
from ..conversions import LimitError
from ..module import Module
from ..providers import required_providers
from .abstract import (
    ANYTHING,
    EPHEMERAL,
    NO_MARKS,
    NULL,
    SENSITIVE,
    Abstract,
    Lazy,
    Marks,
    plain,
    unknown,
)
from .constraints import constraint
from .converting import convert, settled
from .evaluation import Evaluation
from .following import follow
from .instances import by_key, by_number
from .problems import NotConvertibleError, Problem
from .schemas import NO_SCHEMAS, Schemas
from .scopes import Scope, scope_of
from .table import evaluation, literal_value
from .types import ANY, STRING, ObjectType, Type
from .variable_files import values_in_files

_KINDS = ("data", "ephemeral", "resource")


class ModuleValues:
    """The values of one module. With ``defaults``, a variable is worth what it is given, or its default; else
    only its type is known. What is found is kept, and so is what is wrong with it."""

    def __init__(self, module: Module, schemas: Schemas, *, defaults: bool) -> None:
        self.module = module
        self.schemas = schemas
        self.defaults = defaults
        self._found: dict[Attribute, tuple[Abstract, tuple[Problem, ...]]] = {}
        self._variables: dict[str, Abstract] = {}
        self._resources: dict[Block, Abstract] = {}
        self._open: set[object] = set()  # what is being worked out

    # -- attributes --------------------------------------------------------------------------------------

    def value(self, attribute: Attribute, block: Block) -> Abstract:
        """What is known of an attribute's value; ``block`` is the top-level block that it is in."""
        return self._evaluated(attribute, block)[0]

    def problems(self, attribute: Attribute, block: Block) -> tuple[Problem, ...]:
        """What is wrong with an attribute's expression."""
        return self._evaluated(attribute, block)[1]

    def _evaluated(self, attribute: Attribute, block: Block) -> tuple[Abstract, tuple[Problem, ...]]:
        known = self._found.get(attribute)
        if known is not None:
            return known
        if attribute in self._open:
            return ANYTHING, ()
        self._open.add(attribute)
        try:
            run = evaluation(self)
            value = run.of(attribute.expression, self.scope(attribute, block))
            found = value, tuple(run.problems.values())
        except SyntaxFault:
            found = ANYTHING, ()
        except (LimitError, RecursionError):
            if Evaluation.depth:
                raise  # what is too deep for the one that asks may not be so for another
            found = ANYTHING, ()
        finally:
            self._open.discard(attribute)
        self._found[attribute] = found
        return found

    def expression(self, node: Expression) -> Abstract:
        """What is known of the value of an expression that stands outside of repetitions."""
        try:
            return evaluation(self).of(node, {})
        except (LimitError, RecursionError):
            return ANYTHING

    def scope(self, attribute: Attribute, block: Block) -> Scope:
        """What ``each``, ``count``, ``self`` and iterators stand for where an attribute is."""
        return scope_of(attribute, block, self.value)

    # -- names -------------------------------------------------------------------------------------------

    def named(self, node: Traversal, run: Evaluation) -> tuple[Abstract, Sequence[Step]]:
        """The value of the first names of a traversal, and the steps that follow them."""
        root, steps = node.root, node.steps
        if root in ("path", "terraform"):
            return unknown(STRING), steps[1:]
        first = steps[0] if steps else None
        if not isinstance(first, GetAttribute):
            return ANYTHING, steps
        if root == "var":
            return self.variable(first.name), steps[1:]
        if root == "local":
            return self.local(first.name), steps[1:]
        if root == "module":
            return self._call(first.name, steps[1:], run), ()
        return self._referred(node, run), ()

    def lacks_provider(self, name: str) -> bool:
        """Whether neither the module nor what is written into it requires a provider of a name."""
        modules = (self.module, self.module.generated)
        return not any(one.name == name for module in modules for one in required_providers(module))

    def variable(self, name: str) -> Abstract:
        """The value of a variable."""
        known = self._variables.get(name)
        if known is not None:
            return known
        block = self.module.variable(name)
        if block is None or name in self._open:
            return ANYTHING
        self._open.add(name)
        try:
            found = self._variable(name, block)
        finally:
            self._open.discard(name)
        self._variables[name] = found
        return found

    def _variable(self, name: str, block: Block) -> Abstract:
        wanted, marks = declared_type(block), self._marks(block)
        found = unknown(settled(wanted), marks)
        if not self.defaults:
            return found
        given = self._given(name, block)
        try:
            values = [convert(one, wanted) for one in given]
        except NotConvertibleError:
            return found
        if values and all(plain(one) == plain(values[0]) for one in values[1:]):
            return values[0].marked(marks)
        return found

    def _given(self, name: str, block: Block) -> list[Abstract]:
        """The values that a variable may have: what its callers or files of values give, or its default."""
        default = block.get("default")
        fallback = ANYTHING if default is None else self.value(default, block)
        if not self.module.callers:
            return values_in_files(name, self.module) or [fallback]
        if self.module.is_called_outside or self.module.is_library:
            return []
        values: list[Abstract] = []
        for caller, call in self.module.callers:
            given = call.get(name)
            theirs = module_values(caller, self.schemas, defaults=True)
            values.append(fallback if given is None else theirs.value(given, call))
        return values

    def _marks(self, block: Block) -> Marks:
        found = NO_MARKS
        for mark in (SENSITIVE, EPHEMERAL):
            attribute = block.get(mark)
            if attribute is not None and self.value(attribute, block).value is True:
                found |= {mark}
        return found

    def local(self, name: str) -> Abstract:
        """The value of a local value."""
        attribute = self.module.locals.get(name)
        if attribute is None or attribute.parent is None or attribute.parent.owner is None:
            return ANYTHING
        return self.value(attribute, attribute.parent.owner)

    # -- resources ---------------------------------------------------------------------------------------

    def _referred(self, node: Traversal, run: Evaluation) -> Abstract:
        root, steps = node.root, node.steps
        kind = root if root in _KINDS else "resource"
        names = [step.name for step in steps[:2] if isinstance(step, GetAttribute)]
        path = names if root in _KINDS else [root, *names[:1]]
        if len(path) < 2:
            return ANYTHING
        rest = steps[2 if root in _KINDS else 1 :]
        block = next(iter(self.module.blocks(kind, *path[:2])), None)
        if block is None:
            return ANYTHING
        # What is wrong with these steps is for rules on attributes of resources and on instances.
        with run.only(None):
            return self._instances(block, rest, run)

    def _instances(self, block: Block, steps: Sequence[Step], run: Evaluation) -> Abstract:
        """What steps lead to from a resource, which may have several instances."""

        def inside(value: Abstract, steps: Sequence[Step]) -> Abstract:
            return follow(value, steps, lambda node: run.of(node, {}), run.report)

        one = self._resource(block)
        first = steps[0] if steps else None
        if (for_each := block.get("for_each")) is not None:
            if isinstance(first, Index):
                return inside(one, steps[1:])
            if isinstance(first, GetAttribute) and not self._is_key(first.name, for_each, block):
                return ANYTHING  # the key is missing
            return inside(by_key(one, self.value(for_each, block)), steps)
        if (count := block.get("count")) is not None:
            if isinstance(first, Index | LegacyIndex):
                return inside(one, steps[1:])
            if isinstance(first, GetAttribute):
                return ANYTHING
            return inside(by_number(one, self.value(count, block)), steps)
        return inside(one, steps)

    def _is_key(self, name: str, for_each: Attribute, block: Block) -> bool:
        over = by_key(NULL, self.value(for_each, block))
        return isinstance(over.value, dict) and name in over.value

    def _argument(self, block: Block, name: str, wanted: Type) -> Abstract:
        """The value of an attribute of a resource: what it is set to, else what the provider makes of it."""
        attribute = block.get(name)
        is_sensitive = self.schemas.is_sensitive(block, self.module, name)
        marks = frozenset((SENSITIVE,)) if is_sensitive else NO_MARKS
        if block.type == "ephemeral":
            marks |= {EPHEMERAL}
        if attribute is None or not self.defaults:
            is_later = block.type == "resource" and self.schemas.is_computed(block, self.module, name)
            return unknown(wanted, marks, is_later)
        try:
            return convert(self.value(attribute, block), wanted).marked(marks)
        except NotConvertibleError:
            return unknown(wanted, marks)

    def _resource(self, block: Block) -> Abstract:
        if block not in self._resources:
            type_ = self.schemas.type_of(block, self.module)
            known = type_.attributes if type_ is not None else {}

            def get(name: str) -> Abstract:
                return self._argument(block, name, known.get(name, ANY))

            inside = frozenset((SENSITIVE,)) if self.schemas.sensitive_in(block) else NO_MARKS
            self._resources[block] = Lazy(type_ or _OBJECT, get, inside)
        return self._resources[block]

    # -- module calls ------------------------------------------------------------------------------------

    def _call(self, name: str, steps: Sequence[Step], run: Evaluation) -> Abstract:
        call = next(iter(self.module.blocks("module", name)), None)
        child = self.module.children.get(name)
        if call is None or child is None:
            return ANYTHING
        several = call.get("count") is not None or call.get("for_each") is not None
        if several:
            if not steps or not isinstance(steps[0], Index | LegacyIndex):
                return ANYTHING
            steps = steps[1:]
        first = steps[0] if steps else None
        if not isinstance(first, GetAttribute):
            return ANYTHING
        value = self._output(child, first.name)
        with run.only(None):
            return follow(value, steps[1:], lambda node: run.of(node, {}), run.report)

    def _output(self, child: Module, name: str) -> Abstract:
        output = next(iter(child.blocks("output", name)), None)
        attribute = output.get("value") if output is not None else None
        if output is None or attribute is None or (child, name) in self._open:
            return ANYTHING
        self._open.add((child, name))
        try:
            found = module_values(child, self.schemas, defaults=self.defaults).value(attribute, output)
        finally:
            self._open.discard((child, name))
        return found.marked(self._marks(output))


_OBJECT = ObjectType({}, is_open=True)


def declared_type(variable: Block) -> Type:
    """The type that a variable declares; ``any`` where it declares none."""
    attribute = variable.get("type")
    try:
        return ANY if attribute is None else constraint(attribute.expression, literal_value)
    except SyntaxFault:
        return ANY


def module_values(module: Module, schemas: Schemas, *, defaults: bool) -> ModuleValues:
    """The values of a module, made once for each state of its trees and of those around it."""
    known = module.recall_with_others(_known)
    key = (schemas, defaults)
    if key not in known:
        known[key] = ModuleValues(module, schemas, defaults=defaults)
    return known[key]


def _known(module: Module) -> dict[tuple[Schemas, bool], ModuleValues]:
    return {}


__all__ = ["NO_SCHEMAS", "ModuleValues", "Schemas", "declared_type", "module_values"]
