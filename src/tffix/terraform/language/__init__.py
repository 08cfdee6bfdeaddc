"""Terraform's own language: its blocks, what they may contain and since when, and where a module has them."""

from ..headers import is_name
from .blocks import Own, is_tofu, own_blocks
from .table import ALWAYS, ELSEWHERE, FUNCTIONS, PROVISIONERS, TOFU, TOP, Argument, Kind, Since

__all__ = [
    "ALWAYS",
    "ELSEWHERE",
    "FUNCTIONS",
    "PROVISIONERS",
    "TOFU",
    "TOP",
    "Argument",
    "Kind",
    "Own",
    "Since",
    "is_name",
    "is_tofu",
    "own_blocks",
]
