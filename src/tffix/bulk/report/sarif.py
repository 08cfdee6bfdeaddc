"""What is left in a repository as a SARIF log."""

from __future__ import annotations

from ...engine.results import Result
from ...report.sarif import log
from ..records import Record


def sarif(record: Record) -> str:
    """The findings that are left to a person and the files that could not be read; paths are the
    repository's, as code scanning wants them."""
    return log(Result(found=list(record.found), errors=list(record.errors))) + "\n"
