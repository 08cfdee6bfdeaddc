"""What planning knows of a project beyond its text: schemas, uses, variables and the setting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tffix.hcl import HclSyntaxError, nodes
from tffix.hcl.errors import SyntaxFault
from tffix.hcl.tree import Attribute, Block, File
from tffix.plan.setting import Setting
from tffix.plan.shapes import Shape, Used
from tffix.plan.types import read_expression
from tffix.plan.uses import Uses
from tffix.plan.values import Maker
from tffix.plan.variables import declared, values_of
from tffix.projection import read
from tffix.terraform.values import evaluate
from tffix.validate.answers import Answers
from tffix.validate.choices import ANY_VERSION
from tffix.validate.configuration import Configuration
from tffix.validate.mend import called_directory
from tffix.validate.modules import ModuleFiles
from tffix.validate.results import ProviderVersion

_KINDS = frozenset(("data", "ephemeral", "resource"))


class Knowledge:
    """`uses` by directory, and `variables`: the values that the root module's need. What a `former` self of
    the project knew counts before what this one shows, so that a change of the project changes no made-up
    value: `made` has those of outputs elsewhere, by what they are outputs of and their names."""

    def __init__(
        self,
        project: Configuration,
        answers: Answers,
        chosen: Iterable[ProviderVersion],
        former: Knowledge | None = None,
    ) -> None:
        self.project, self.answers = project, answers
        self._versions = {
            one.address: "" if one.version == ANY_VERSION else one.version for one in chosen if one.is_known
        }
        self._files: dict[Path, list[File]] = {}
        self.uses: dict[str, Uses] = {}
        for directory in project.modules:
            self._uses(directory)
        self._follow_outputs()
        self.shapes: dict[tuple[str, str], list[Used]] = {}
        for directory in project.modules:
            self._gather(directory)
        bodies = [file.body for file in self._read(project.root)]
        uses = self.uses[str(project.root)]
        variables = declared(bodies)
        maker = Maker("variable", {}, Setting(), truth=True)
        self.variables = values_of(variables, uses, maker, project.root)
        self.setting = self._located(variables)
        self.made: dict[tuple[str, str], Any] = {}
        if former is not None:
            known = former.variables
            self.variables = {name: known.get(name, value) for name, value in self.variables.items()}
            self.setting, self.shapes = former.setting, {**self.shapes, **former.shapes}
            self.made = dict(former.made)

    def made_up(self, owner: str, name: str, value: Callable[[], Any]) -> Any:
        """An output of something elsewhere: as it was made up at first."""
        key = (owner, name)
        if key not in self.made:
            self.made[key] = value()
        return self.made[key]

    def _follow_outputs(self) -> None:
        """What a caller does with an output is done with what the output is, from the root module down."""
        for directory, module in self.project.modules.items():
            for call in module.calls:
                child = called_directory(self.project, directory, call.name)
                outputs = self.uses[str(child)].outputs if child else {}
                shape = self.uses[str(directory)].of("module", call.name)
                for one in filter(None, (shape, shape.element)):
                    for name, used in one.members.items():
                        if name in outputs:
                            outputs[name].absorb(used)

    def _gather(self, directory: Path) -> None:
        """Adds what a module does with its objects to `shapes`."""
        uses = self.uses[str(directory)]
        for file in self._read(directory):
            for block in file.body.blocks():
                if block.type not in _KINDS or len(block.labels) != 2:
                    continue
                path = block.labels if block.type == "resource" else (block.type, *block.labels)
                shape, whole = uses.of(*path), Shape()
                for one in filter(None, (shape, shape.element)):
                    whole.absorb(one)
                texts = {one.name: text for one in block.body.attributes if (text := _text(one)) is not None}
                self.shapes.setdefault((block.type, block.labels[0]), []).append((texts, whole))

    def _read(self, directory: Path) -> list[File]:
        if directory not in self._files:
            files: list[File] = []
            for file in self.project.modules[directory].files:
                data = file.text.encode("utf-8", "surrogateescape")
                try:
                    found = read(data, file.path.name)
                except HclSyntaxError:
                    continue  # Terraform says itself what is wrong with it
                files += [found] if found else []
            self._files[directory] = files
        return self._files[directory]

    def _uses(self, directory: Path) -> Uses:
        known = self.uses.get(str(directory))
        if known is None:
            module = self.project.modules[directory]

            def type_of(block: Block, path: tuple[str, ...]) -> Any:
                return self._type_of(module, block, path)

            def input_of(call: Block, name: str) -> Shape | None:
                child = called_directory(self.project, directory, call.labels[0]) if call.labels else None
                return self._uses(child).of("var", name) if child else None

            self.uses[str(directory)] = Uses(())  # for modules that call each other
            bodies = [file.body for file in self._read(directory)]
            known = self.uses[str(directory)] = Uses(bodies, type_of, input_of)
        return known

    def _type_of(self, module: ModuleFiles, block: Block, path: tuple[str, ...]) -> Any:
        if not block.labels:
            return None
        address = module.address_of(block.labels[0].split("_", 1)[0])
        version = self._versions.get(address)
        if version is None:
            return None
        found = self.answers.encoder.schema(address, version, block.type, block.labels[0])
        inside = found.get("block", {}) if found else {}
        for name in path[:-1]:
            inside = inside.get("block_types", {}).get(name, {}).get("block", {})
        return inside.get("attributes", {}).get(path[-1], {}).get("type")

    def _located(self, variables: dict[str, Block]) -> Setting:
        """The setting in the region of the root module's own provider."""
        for file in self._read(self.project.root):
            for block in file.body.blocks("provider", "aws"):
                region = block.get("region")
                if region is None or block.get("alias") is not None:
                    continue
                known = {
                    name: evaluate(default.expression)
                    for name, one in variables.items()
                    if (default := one.get("default")) is not None
                }
                try:
                    value = evaluate(region.expression, None, {"var": known | self.variables})
                except SyntaxFault:
                    continue
                if isinstance(value, str) and value:
                    return Setting(value)
        return Setting()


def _text(attribute: Attribute) -> re.Pattern[str] | None:
    """What a text matches, whatever is put into it."""
    node = read_expression(attribute)
    if not isinstance(node, nodes.Template) or node.is_heredoc:
        return None
    parts = (
        re.escape(part.value) if isinstance(part, nodes.TemplateLiteral) else ".*" for part in node.children
    )
    return re.compile("".join(parts), re.DOTALL)
