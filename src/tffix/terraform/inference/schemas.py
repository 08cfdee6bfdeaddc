"""What an inference asks the schemas of providers."""

from __future__ import annotations

from typing import Protocol

from ...hcl.tree import Block
from ..module import Module
from .types import ObjectType


class Schemas(Protocol):
    """What is known of resources and data sources from the schemas of their providers."""

    def type_of(self, block: Block, module: Module) -> ObjectType | None:
        """The type of the object that a reference to a resource gives."""

    def is_computed(self, block: Block, module: Module, name: str) -> bool:
        """Whether an attribute is always the provider's to set, and so not known before the apply."""

    def is_sensitive(self, block: Block, module: Module, name: str) -> bool:
        """Whether an attribute is known to be sensitive."""

    def sensitive_in(self, block: Block) -> frozenset[str]:
        """The attributes of a resource that are known to be sensitive."""


class NoSchemas:
    """Nothing is known of any resource."""

    def type_of(self, block: Block, module: Module) -> ObjectType | None:
        """Nothing."""
        return None

    def is_computed(self, block: Block, module: Module, name: str) -> bool:
        """No."""
        return False

    def is_sensitive(self, block: Block, module: Module, name: str) -> bool:
        """No."""
        return False

    def sensitive_in(self, block: Block) -> frozenset[str]:
        """None."""
        return frozenset()


NO_SCHEMAS = NoSchemas()
