"""The errors of a module in a form that can be compared before and after a change."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from tffix.validate.session import Validator

_PLACE = re.compile(r"(\.(?:tf|tofu)(?:\.json)?):\d+,\d+(?:-(?:\d+,)?\d+)?")
"""A place that Terraform names within a message: lines added above move it, and the error is the same."""


def error_texts(
    validator: Validator, directory: str, contents: Mapping[str, bytes] | None = None
) -> frozenset[str]:
    """The errors of the root module in a directory, given the files that are to be read otherwise than they
    stand on the disk. Raises ValidateError."""
    given = {Path(os.path.abspath(path)): data for path, data in (contents or {}).items()}
    found = validator.validate(Path(directory), given).errors
    return frozenset(_PLACE.sub(r"\1", f"{one.summary}: {' '.join(one.detail.split())}") for one in found)
