"""The engine as a library: finds modules, runs rules to a fixed point, verifies and writes.

    from tffix.engine import Settings, check, repair

    for finding in check(["infrastructure"], Settings(profile="security")).found:
        print(finding.path, finding.line, finding.message)
    repair(["infrastructure"], write=True)

The command, standard input and campaigns call the same functions.
"""

from .results import Change, Defect, FileError, Found, Result
from .running import check, read, repair
from .settings import Settings
from .text import check_text, repair_text

__all__ = [
    "Change",
    "Defect",
    "FileError",
    "Found",
    "Result",
    "Settings",
    "check",
    "check_text",
    "read",
    "repair",
    "repair_text",
]
