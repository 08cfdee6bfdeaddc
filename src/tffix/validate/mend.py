"""Takes a reported error out of the copy, so that the next round shows what it kept Terraform from seeing.

Terraform stops at the first stage that fails and leaves out whatever depends on an error. Each mend is made
in place: what is wrong becomes blanks or an unknown value of the same length; what is missing is supplied in
a file of its own. So every later place is still that of the user's file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.hcl.tree import Attribute, Block
from tffix.validate.answers import Relaxed
from tffix.validate.checks import READ_ONLY
from tffix.validate.configuration import Configuration, blank
from tffix.validate.modules import META_ARGUMENTS, TYPED
from tffix.validate.places import address_of, diagnostic_at
from tffix.validate.results import Diagnostic
from tffix.validate.source_files import NOWHERE, SourceFile
from tffix.validate.workspace import Supplied

_UNKNOWN: Final = "var.__"
_UNKNOWN_BLOCK: Final = 'variable "__" {\n  default = null\n}\n'

_SUPERFLUOUS: Final = frozenset(
    {"Unsupported argument", "Unsupported block type", "Attribute redefined", READ_ONLY}
)
_UNKNOWN_TYPE: Final = frozenset(
    {"Invalid resource type", "Invalid data source", "Invalid ephemeral resource type", "Invalid action"}
)
# Arguments that a resource or call can do without, and that cannot hold an unknown value.
_DROPPED: Final = frozenset({"depends_on", "provider", "providers"})
# Blocks that can go as a whole, as nothing refers to them.
_SEPARATE: Final = frozenset(
    {"moved", "import", "removed", "validation", "precondition", "postcondition", "backend", "cloud", "check"}
)

_MISSING: Final = re.compile(r'The argument "([^"]+)" is required')
_TOO_FEW: Final = re.compile(r'[Aa]t least \d+ "([^"]+)" block')
_CHILD_NEEDS: Final = re.compile(r'local name "([\w-]+)\.([\w-]+)"')
NO_CONFIGURATION: Final = re.compile(
    r"To work with (\S+) its original provider configuration at (\S+) is required"
)
_STEP: Final = re.compile(r"(\w[\w-]*)(?:\[[^\]]*\])?(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Located:
    """A diagnostic with what it is about in the text that Terraform read: the blocks around its place, the
    outermost first, and the argument.

    What is an error to Terraform may be reported as a warning, where it may come from a wrong version.
    """

    diagnostic: Diagnostic
    is_error: bool
    file: SourceFile | None = None
    start: int = NOWHERE
    blocks: tuple[Block, ...] = ()
    argument: Attribute | None = None

    @property
    def top(self) -> Block | None:
        """The top-level block that it is about."""
        return self.blocks[0] if self.blocks else None


@dataclass(slots=True)
class Mender:
    """Mends one configuration, from round to round."""

    project: Configuration
    relaxed: Relaxed = field(default_factory=Relaxed)
    supplied: dict[Path, Supplied] = field(default_factory=dict)
    bled: set[tuple[Path, int]] = field(default_factory=set)
    """Top-level blocks that lost something, by file and offset: what they lack now is our doing."""
    others: list[Diagnostic] = field(default_factory=list)
    """What is wrong for the same reason as a mended error, and can no longer be seen."""

    def mend(self, found: list[Located]) -> bool:
        """Takes all these errors out as far as it can; whether anything was done."""
        done = [self._mend(one) for one in found]
        for module in self.project.modules.values():
            for file in module.files:
                if file.changed:
                    file.replace(file.text)
        return any(done)

    def caused(self, found: Located) -> bool:
        """Whether a mend may have led to this: it is about a block as a whole that was mended before."""
        if not found.file or not found.top or found.argument:
            return False
        return (found.file.path, found.file.start(found.top)) in self.bled

    def supply(self, directory: Path) -> Supplied:
        """What is added to the module in a directory."""
        return self.supplied.setdefault(directory, Supplied())

    def _mend(self, found: Located) -> bool:
        summary, detail = found.diagnostic.summary, found.diagnostic.detail
        if summary == "Provider configuration not present":
            # Without the argument the default configuration is used.
            given = found.argument
            return bool(found.file and given and _blank(found.file, given))
        file, top = found.file, found.top
        if file is None or top is None or found.start == NOWHERE:
            return False
        inner, argument = found.blocks[-1], found.argument
        if summary == "Missing required provider configuration" and top.type == "module":
            return self._pass_provider(file, top, detail)
        if summary in _UNKNOWN_TYPE and top.type in TYPED:
            return self._invent(inner)
        if missing := _MISSING.search(detail) or _TOO_FEW.search(detail):
            return self._provide(found, file, missing.group(1))
        if summary.startswith("Duplicate"):
            return _rename(file, inner) if argument is None else _blank(file, argument)
        if summary in _SUPERFLUOUS:
            self.bled.add((file.path, file.start(top)))
            if argument:
                return _blank(file, argument)
            return inner is not top and _blank(file, inner)
        separate = next((block for block in found.blocks if block.type in _SEPARATE), None)
        if separate:
            return _blank(file, separate)
        return argument is not None and self._unknown(file, found.blocks, argument)

    def _unknown(self, file: SourceFile, blocks: tuple[Block, ...], argument: Attribute) -> bool:
        """Puts an unknown value where an expression is wrong, or drops an argument that can be left out."""
        if file.is_json:
            return False
        top, inner = blocks[0], blocks[-1]
        if top.type == "module" and argument.name in ("source", "version"):
            return False
        if top.type == "provider" and argument.name == "alias":
            return False
        droppable = argument.name in _DROPPED or inner.type == "lifecycle"
        droppable = droppable or top.type in ("variable", "terraform")
        value, end = file.value(argument), file.end(argument)
        first_line = re.match(r"[^\r\n]*", file.text[value:end])
        if droppable or not first_line or first_line.end() < len(_UNKNOWN):
            if argument.name not in META_ARGUMENTS:
                self.bled.add((file.path, file.start(top)))
            return _blank(file, argument)
        kept = blank(file.text, value + len(_UNKNOWN), end)[value + len(_UNKNOWN) :]
        file.text, file.changed = file.text[:value] + _UNKNOWN + kept, True
        self._declare_unknown(file)
        return True

    def _declare_unknown(self, file: SourceFile) -> None:
        self.supply(file.path.parent).blocks.setdefault("unknown", _UNKNOWN_BLOCK)

    def _provide(self, found: Located, file: SourceFile, name: str) -> bool:
        """Makes a missing argument or block optional: in the schema of its type, or in the module called."""
        blocks, top = found.blocks, found.blocks[0]
        if top.type == "module":
            child = called_directory(self.project, file.path.parent, top.labels[0])
            if child is None:
                return False
            optional = ["default = null", "nullable = true"]
            self.supply(child).overrides.setdefault(f'variable "{name}"', optional)
            return True
        if top.type not in TYPED and top.type not in ("provider", "check"):
            return False
        typed = next((block for block in blocks if block.type in TYPED), None)
        key = (TYPED[typed.type], typed.labels[0], name) if typed else ("provider", "", name)
        if key in self.relaxed.optional:
            return False
        self.relaxed.optional.add(key)
        is_argument = _MISSING.search(found.diagnostic.detail) is not None
        if typed and blocks[-1] is typed and is_argument and found.diagnostic.severity == "error":
            self._tell_others(typed, name)
        return True

    def _tell_others(self, like: Block, name: str) -> None:
        """Tells of all objects of a type that lack an argument, as no later round will."""
        for module in self.project.modules.values():
            for file, block in module.typed_blocks():
                same = (block.type, block.labels[:1]) == (like.type, like.labels[:1])
                has = block.get(name) or any(block.blocks(name)) or any(block.blocks("dynamic", name))
                # Where a JSON object lacks something is Terraform's to say.
                if same and not has and not file.is_json:
                    detail = f'The argument "{name}" is required, but no definition was found.'
                    start = file.brace(block)
                    self.others.append(
                        diagnostic_at(
                            file, start, start + 1, "Missing required argument", detail, address_of(block)
                        )
                    )

    def _invent(self, block: Block) -> bool:
        key = (TYPED.get(block.type, ""), block.labels[0])
        new = key not in self.relaxed.invented
        self.relaxed.invented.add(key)
        return new

    def _pass_provider(self, file: SourceFile, call: Block, detail: str) -> bool:
        needed = _CHILD_NEEDS.search(detail)
        module = self.project.modules[file.path.parent]
        known = next((one for one in module.calls if one.block.labels == call.labels), None)
        if not needed or not known:
            return False
        name, alias = needed.groups()
        overrides = self.supply(file.path.parent).overrides
        entries = [f"    {theirs} = {ours}" for theirs, ours in known.providers.items()]
        lines = overrides.setdefault(f'module "{call.labels[0]}"', ["providers = {", *entries, "}"])
        entry = f"    {name}.{alias} = {name}"
        if entry in lines:
            return False
        lines.insert(1, entry)
        return True


def find_block(project: Configuration, address: str) -> tuple[SourceFile, Block] | None:
    """The block that an address such as `module.a.data.aws_x.y` names."""
    steps = _STEP.findall(address)
    key: list[str] = []
    while len(steps) >= 2 and steps[0] == "module":
        key.append(steps[1])
        steps = steps[2:]
    kind = steps.pop(0) if steps and steps[0] in ("data", "ephemeral") else "resource"
    directory = project.root
    if key:
        installed = next((item for item in project.installed if item.key == ".".join(key)), None)
        if installed is None or installed.directory is None:
            return None
        directory = installed.directory
    for file, block in project.modules[directory].typed_blocks():
        if block.type == kind and list(block.labels) == steps:
            return file, block
    return None


def called_directory(project: Configuration, caller: Path, name: str) -> Path | None:
    """The directory that a module call of a directory leads to."""
    keys = {item.key: item.directory for item in project.installed}
    for key, directory in keys.items():
        above, _, last = key.rpartition(".")
        if last == name and (keys.get(above) if above else project.root) == caller:
            return directory
    return None


def _blank(file: SourceFile, item: Attribute | Block) -> bool:
    text = file.text if file.is_json else blank(file.text, file.start(item), file.end(item))
    if text == file.text:
        return False
    file.text, file.changed = text, True
    return True


def _rename(file: SourceFile, block: Block) -> bool:
    """Gives a duplicate block another name of the same length, where that is of no consequence."""
    if not block.labels or block.type in ("provider", "module") or file.is_json:
        return _blank(file, block)
    label = block.labels[-1]
    at = file.text.rfind(label, file.start(block), file.brace(block))
    taken = {other.labels for other in (file.tree.blocks() if file.tree else ())}
    for letter in "qxzjkvwy0123456789":
        renamed = label[:-1] + letter if len(label) > 1 or letter.isalpha() else label
        if at >= 0 and (*block.labels[:-1], renamed) not in taken and renamed != label:
            file.text = file.text[:at] + renamed + file.text[at + len(label) :]
            file.changed = True
            return True
    return False
