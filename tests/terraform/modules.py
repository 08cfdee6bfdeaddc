"""Modules made of texts."""

from __future__ import annotations

from tffix import Module, parse


def module(path: str = ".", **files: str) -> Module:
    """A module of files, given as ``main="…"``, in the order given."""
    return Module(path, {f"{name}.tf": parse(text.encode(), f"{name}.tf") for name, text in files.items()})
