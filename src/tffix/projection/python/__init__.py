"""Python programs of CDK for Terraform, shown to the rules as HCL."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .projecting import PythonProjection

_WORDS = (b"cdktf", b"cdktn", b"imports.")


def project(data: bytes, path: str) -> PythonProjection | None:
    """The projection of a program; None for one that makes no constructs of CDK for Terraform. Raises
    HclSyntaxError for what is not Python."""
    if not any(word in data for word in _WORDS):
        return None
    from .limits import carefully
    from .projecting import PythonProjection, attempt  # loads LibCST, which most runs do without

    carefully(attempt, data, path)
    return PythonProjection.of(data, path)


__all__ = ["project"]
