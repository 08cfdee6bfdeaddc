"""New statements as text: constructs, the providers that they need, and plain values."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ...hcl import nodes
from ...hcl.tree import Attribute
from .. import Refused
from . import names
from .constructs import Construct, Suite
from .draft import Draft, New
from .expressions import Layout, Reference, python, quoted
from .importing import module_for
from .placing import Place, lead, statement_in
from .planning import NewStatements
from .references import References
from .requirements import texts
from .shapes import TERRAFORM, Shape, shape_of
from .source import Edit
from .structs import Structs
from .viewing import ShownBody

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Making:
    """Writes what a plan holds."""

    draft: Draft
    plan: NewStatements
    structs: Structs
    references: References

    def write(self) -> None:
        """Writes all new statements."""
        for one in list(self.plan.new):
            self._statement(one)
            one.is_written = True

    def _statement(self, one: New) -> None:
        draft, source = self.draft, self.draft.source
        reference = self.references.at(one.place.suite, one.place.order // 2 + 1)
        write = self._values if one.block.type == "locals" else self._construct
        text = write(one, reference)
        if one.instead is not None:
            statement = one.instead.statement
            draft.edits.append(Edit(source.start(statement), source.end(statement), text))
            return
        at = one.place.at
        lines = source.as_lines(f"{one.place.indent}{text}", at)
        gap = source.newline if self._is_apart(one.place, one.block.type == "output") else ""
        draft.edits.append(Edit(at, at, f"{lines}{gap}" if one.place.is_before else f"{gap}{lines}"))

    def _is_apart(self, place: Place, is_output: bool = False) -> bool:
        """Whether statements of a suite are set off by blank lines where a new one goes."""
        program = self.draft.program
        statements: list[cst.CSTNode] = [*place.suite.statements]
        index = statements.index(place.anchor)
        if not is_output:
            return index > 0 and self._has_blank_above(place.anchor)
        outputs = [made.statement for made in program.constructs if made.kind == "output"]
        if place.anchor in outputs:
            return index > 0 and statements[index - 1] in outputs and self._has_blank_above(place.anchor)
        is_first = not any(one.place.anchor is place.anchor and one.is_written for one in self.plan.new)
        return is_first and any(map(self._has_blank_above, statements[2:]))

    def _has_blank_above(self, statement: cst.CSTNode) -> bool:
        source = self.draft.source
        start = lead(statement, source)
        return start > 0 and not source.data[source.line_start(start - 1) : start].strip()

    def _values(self, one: New, reference: Reference) -> str:
        attributes = list(one.block.body.attributes)
        if len(attributes) != 1:
            raise Refused("several values at once have no place in this program")
        return f"{one.target} = {python(attributes[0].expression, reference, self.draft.source.quotes)}"

    def _construct(self, one: New, reference: Reference) -> str:
        class_name, provider, shape = self._class(one)
        id_ = self._id(one)
        arguments = [self._scope(one), quoted(id_, self.draft.source.quotes)]
        arguments += (self._wide(attribute, reference, one) for attribute in one.block.body.attributes)
        shown = ShownBody(one.like.call, one.place.suite, shape)
        made = one.like
        for name in dict.fromkeys(block.type for block in one.block.blocks()):
            text = self.structs.blocks(made, shown, name, list(one.block.blocks(name)), reference, one)
            arguments.append(f"{names.keyword_of(name)}={text}")
        if provider:
            self._provider(provider, one)
        return self._call(f"{one.target} = " if one.target else "", class_name, arguments, one)

    def _wide(self, attribute: Attribute, reference: Reference, one: New) -> str:
        """An argument, broken into lines where it is long."""
        step = _step(one.place.indent)
        layout = Layout(self.draft.source.newline, step)

        def write(node: nodes.Expression) -> str:
            return python(node, reference, self.draft.source.quotes)

        return layout.text(
            f"{names.keyword_of(attribute.name)}=", attribute.expression, write, one.place.indent + step
        )

    def _class(self, one: New) -> tuple[str, str, Shape]:
        """The class of a new construct, the provider it needs and its shape."""
        block, like = one.block, one.like
        if block.type == "output":
            return self.draft.imports.name(self.draft.library(), "TerraformOutput"), "", TERRAFORM
        type_name = block.labels[0]
        provider = type_name.partition("_")[0]
        kind = "data" if block.type == "data" else block.type
        class_name = names.class_of(provider, kind, type_name)
        found = names.type_of(provider, class_name)
        bound = like.bound or next((c.bound for c in self.draft.program.constructs if c.bound), None)
        if found is None or found[1] != type_name or bound is None:
            raise Refused(f"no class is known for {type_name}")
        module = module_for(bound, provider, class_name, kind)
        self._is_there(module.partition(".")[0] if "imports" not in module else module, provider)
        other = names.pascal(provider) + class_name
        own = self.draft.imports.name(module, class_name, other)
        return own, "" if kind == "provider" else provider, shape_of(provider, found[0], type_name)

    def _is_there(self, package: str, provider: str) -> None:
        """A package that the program's requirements do not list cannot be imported."""
        program = self.draft.program
        if any(one.provider == provider for one in program.constructs):
            return
        known = texts(self.draft.source.path)
        if "imports" in package:
            listed = known.get("cdktf.json")
            if listed is not None and f"{provider}" not in listed:
                raise Refused(
                    f"add {provider} to the terraformProviders of cdktf.json: it is needed for this"
                )
            return
        name = package.replace("_", "-")
        listed_names = [text.replace("_", "-") for file, text in known.items() if file != "cdktf.json"]
        if any("-provider-" in text for text in listed_names) and not any(
            name in text for text in listed_names
        ):
            raise Refused(f"add {name} to what the program requires: it is needed for this")

    def _scope(self, one: New) -> str:
        scope = one.like.scope
        text = self.draft.source.text(scope) if scope is not None else "self"
        if not all(part.isidentifier() for part in text.split(".")):
            raise Refused("it is not certain in which scope it would be made")
        return text

    def _id(self, one: New) -> str:
        """An id that no construct of the program has."""
        label = one.block.labels[-1]
        gone = self.draft.removed
        used = {made.id_literal for made in self.draft.program.constructs if made not in gone} | {
            other.block.labels[-1] for other in self.plan.new if other is not one and other.block.labels
        }
        if label not in used:
            return label
        if one.block.type == "output":
            raise Refused(f"another construct has the id '{label}', which the output would have")
        number = 2
        while f"{label}_{number}" in used:
            number += 1
        return f"{label}_{number}"

    def _provider(self, provider: str, one: New) -> None:
        """Sees to it that a stack has a provider for what is new in it."""
        program, source = self.draft.program, self.draft.source
        own = _holder(one.place.suite)
        here = [made for made in program.constructs if made.kind == "provider" and self._serves(made, one)]
        new = [made.place for made in self.plan.new if made.key[:2] == ("provider", provider)]
        is_new = any(_holder(place.suite) is own for place in new)
        if is_new or provider == one.like.provider or any(made.type == provider for made in here):
            return
        if not here:
            raise Refused(f"it needs the provider {provider}, and the stack's are configured elsewhere")
        like = here[-1]
        place = Place(like.suite, statement_in(like.suite, like.statement, source), False, source)
        if place.suite.repeats:
            raise Refused("the stack's providers are made in a loop")
        bound = like.bound
        assert bound is not None
        class_name = names.class_by_rule("provider", provider)
        name = self.draft.imports.name(module_for(bound, provider, class_name, "provider"), class_name)
        ids = {made.id_literal for made in program.constructs}
        id_ = provider if provider not in ids else f"{provider}_provider"
        added = New(("provider", provider), one.block, place, like)
        self.plan.new.append(added)
        text = self._call("", name, [self._scope(added), quoted(id_, self.draft.source.quotes)], added)
        at = place.at
        self.draft.edits.append(Edit(at, at, source.as_lines(f"{place.indent}{text}", at)))

    def _serves(self, provider: Construct, one: New) -> bool:
        """Whether a provider is for the stack that a new construct is made in. A scope that is handed to a
        function may be any stack."""
        suite, scope = one.place.suite, self._scope(one)
        function = suite.around("function")
        if isinstance(node := function.node if function else None, cst.FunctionDef):
            given = {param.name.value for param in node.params.children if isinstance(param, cst.Param)}
            if scope in given - {"self"}:
                is_same = provider.scope is not None and self.draft.source.text(provider.scope) == scope
                return is_same and provider.suite.around("function") is function
        return _holder(provider.suite) is _holder(suite)

    def _call(self, target: str, class_name: str, arguments: list[str], one: New) -> str:
        line = f"{target}{class_name}({', '.join(arguments)})"
        source, call = self.draft.source, one.like.call
        indent = one.place.indent
        is_open = b"\n" in source.data[source.start(call) : source.end(call)]
        fits = len(indent) + len(line) <= _WIDTH and "\n" not in line
        if fits and (not is_open or len(arguments) <= 3):
            return line
        newline = source.newline
        step = _step(indent)
        first = call.args[0] if call.args else None
        hangs = first is not None and not source.begins_line(source.start(first)) and is_open
        head, rest = (", ".join(arguments[:2]), arguments[2:]) if hangs else ("", arguments)
        lines = "".join(f"{indent}{step}{text},{newline}" for text in rest)
        opening = f"({head},{newline}" if head else f"({newline}"
        return f"{target}{class_name}{opening}{lines}{indent})"


def _holder(suite: Suite) -> Suite:
    return suite.around("class") or suite.frame


def _step(indent: str) -> str:
    return "\t" if "\t" in indent else "    " if len(indent) % 4 == 0 else "  "
