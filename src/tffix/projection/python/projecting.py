"""The projection of a program: its view and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...hcl.errors import HclSyntaxError
from .. import Refused
from .program import Program
from .source import Edit, Source
from .source import edited as changed_bytes
from .viewing import View


@dataclass(slots=True, eq=False)
class PythonProjection:
    """The link between a program and the tree that shows it."""

    path: str
    data: bytes
    view: View = field(repr=False)
    language: str = "python"
    generated: str = ""
    others: str = ""

    @classmethod
    def of(cls, data: bytes, path: str) -> PythonProjection | None:
        """The projection of a program; None for one without constructs. Raises HclSyntaxError."""
        source = Source.parse(data, path)
        if source is None:
            return None
        program = Program(source)
        return cls(path, data, View(program)) if program.constructs else None

    @property
    def hcl(self) -> str:
        return self.view.hcl

    @property
    def hidden(self) -> str:
        """The program less the arguments of constructs that the view shows, and less its comments."""
        source = self.view.source
        shown = [made.call for made, _ in self.view.shown.values()]
        spans = [(source.start(node), source.end(node)) for node in (*shown, *source.comments)]
        parts, at = [], 0
        for start, end in sorted(spans):
            if start >= at:
                parts.append(source.slice(at, start))
                at = end
        parts.append(source.slice(at, len(source.data)))
        return "\n".join(("".join(parts), *map(source.text, self.view.unseen)))

    @property
    def is_root(self) -> bool:
        """Whether the program makes a stack."""
        return self.view.program.is_root

    def position(self, offset: int) -> tuple[int, int]:
        """See Projection."""
        return self.view.source.position(self.view.origin(offset))

    def put_back(self, edited: str) -> PythonProjection:
        """See Projection."""
        from .checking import check
        from .draft import Draft, keyed
        from .importing import unused
        from .writing import write

        draft = Draft(self.view, edited)
        write(draft, self.others)
        found = self._after(self.view, draft.edits)
        if draft.removed:
            found = self._after(found.view, unused(self.view.program, found.view.program))
        check(draft.before, draft.after, keyed(found.hcl, self.path))
        return found

    def _after(self, view: View, edits: list[Edit]) -> PythonProjection:
        data = changed_bytes(view.source, edits)
        try:
            found = PythonProjection.of(data, self.path)
        except HclSyntaxError as error:
            raise ValueError(f"the edited program is not Python: {error}") from error
        if found is None:
            raise Refused("nothing would be left of the program's constructs")
        found.others = self.others
        return found


def attempt(data: bytes, path: str) -> None:
    """Reads a program and its view, and forgets them. Raises what reading them raises."""
    from .. import view

    projection = PythonProjection.of(data, path)
    if projection is not None:
        view(projection)
