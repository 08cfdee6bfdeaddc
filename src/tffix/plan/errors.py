"""Why there is no plan of a module."""

from __future__ import annotations

from tffix.validate.results import Diagnostic


class NotPlanned(Exception):  # noqa: N818 - a result and no fault: the module counts as not proved
    """A module has no plan; the message is one line. `diagnostics` are what Terraform said."""

    def __init__(self, reason: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(" ".join(reason.split()))
        self.diagnostics = diagnostics
