"""Reads Terraform's JSON diagnostics: each at its place in the user's files, without those of our making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from tffix.hcl.tree import Attribute, Block
from tffix.terraform.module import Module
from tffix.terraform.providers import configuration_named, local_provider
from tffix.terraform.references import mentions_of
from tffix.validate.checks import READ_ONLY
from tffix.validate.configuration import Configuration
from tffix.validate.mend import NO_CONFIGURATION, Located, find_block
from tffix.validate.modules import TYPED
from tffix.validate.places import address_of, diagnostic_at, offset_of_byte
from tffix.validate.results import Diagnostic, ProviderVersion, Severity
from tffix.validate.source_files import NOWHERE, SourceFile
from tffix.validate.workspace import OVERRIDES, SUPPLIED, Workspace

# What a schema can get wrong: nothing of it is said of a type whose schema is made up, and where the schema
# is that of another version it is no more than a warning.
_OF_SCHEMA: Final = frozenset(
    (
        "Unsupported argument",
        "Extraneous JSON object property",
        "Unsupported attribute",
        "Unsupported block type",
        "Missing required argument",
        "Incorrect attribute value type",
        "Invalid resource type",
        "Invalid data source",
        "Invalid ephemeral resource type",
        READ_ONLY,
    )
)


class Reader:
    """Reads what is said of one project."""

    def __init__(self, project: Configuration, chosen: Iterable[ProviderVersion], folder: Path) -> None:
        self.project, self.folder = project, folder
        self.chosen = {choice.address: choice for choice in chosen}
        self._notes: dict[Path, str] = {}
        self._too_new: set[Path] = set()

    def say(self, module: Path, note: str, is_older: bool) -> None:
        """Notes what makes all that is said of a module less certain: it is for another Terraform."""
        self._notes[module] = note
        if is_older:
            self._too_new.add(module)

    def read(self, raw: dict[str, Any], workspace: Workspace) -> Located | None:
        """What Terraform says, at its place in the user's file; None for what is of our making."""
        severity: Severity = "error" if raw.get("severity") == "error" else "warning"
        summary, detail = str(raw.get("summary", "")), str(raw.get("detail", "")).strip()
        place = raw.get("range")
        if not place:
            return self._without_place(severity, summary, detail)
        path = workspace.original_of(place["filename"])
        if path.name in (SUPPLIED, OVERRIDES) or path.is_relative_to(self.folder):
            return None
        file = self.project.file(path)
        start, end = place["start"], place["end"]
        offset, inside = NOWHERE, list[Block]()
        argument: Attribute | None = None
        if file:
            offset = offset_of_byte(file.text, start["byte"])
            inside, argument = file.path_to(offset)
        version = self._version(file, inside, argument)
        of_schema = summary in _OF_SCHEMA or summary.startswith("Insufficient ")
        if version and not version.is_known and of_schema:
            return None
        is_error, note = severity == "error", self._notes.get(path.parent, "")
        if path.parent in self._too_new:
            severity = "warning"
        if version and version.note and of_schema:
            severity, note = "warning", version.note
        diagnostic = Diagnostic(
            severity,
            summary,
            detail,
            path,
            start["line"],
            start["column"],
            end["line"],
            end["column"],
            self._address(path, inside),
            "provider" if summary == READ_ONLY else "terraform",
            note,
        )
        return Located(diagnostic, is_error, file, offset, tuple(inside), argument)

    def _without_place(self, severity: Severity, summary: str, detail: str) -> Located:
        """Finds the place of what Terraform only names."""
        match = NO_CONFIGURATION.search(detail)
        found = find_block(self.project, match.group(1)) if match else None
        if not match or not found:
            return Located(Diagnostic(severity, summary, detail, self.project.root), severity == "error")
        file, block = found
        argument = block.get("provider")
        start = file.start(argument or block)
        end = file.end(argument) if argument else file.brace(block) + 1
        wanted = configuration_named(argument) if argument else match.group(2)
        said = f"{match.group(1)} uses the provider configuration {wanted}, which is declared nowhere."
        diagnostic = diagnostic_at(file, start, end, summary, said, match.group(1))
        return Located(diagnostic, severity == "error", file, start, (block,), argument)

    def _address(self, path: Path, inside: list[Block]) -> str:
        address = address_of(inside[0]) if inside else ""
        key = next((item.key for item in self.project.installed if item.directory == path.parent), "")
        prefix = "".join(f"module.{name}." for name in key.split(".")) if key else ""
        return prefix + address if address else prefix.rstrip(".")

    def _version(
        self, file: SourceFile | None, inside: list[Block], argument: Attribute | None
    ) -> ProviderVersion | None:
        """The provider version that something was checked against: its block's, or that it refers to."""
        if file is None or not inside:
            return None
        module = self.project.modules[file.path.parent]
        names = [local_provider(block) for block in inside if block.type in TYPED and block.labels[1:]]
        if inside[0].type == "provider":
            names.extend(inside[0].labels[:1])
        names.extend(_providers_asked(argument, module.module) if argument else ())
        found = [choice for name in names if (choice := self.chosen.get(module.address_of(name)))]
        return next((choice for choice in found if not choice.admitted), found[0] if found else None)


def _providers_asked(argument: Attribute, module: Module) -> Iterator[str]:
    """The local names of the providers of what an argument refers to."""
    for mention in mentions_of(argument):
        if mention.address.is_resource or mention.address.parts[0] in TYPED:
            declared = module.get(mention.address)
            if isinstance(declared, Block):
                yield local_provider(declared)
