"""The public API: all that a transform may import, through `tffix` itself."""

from . import cdktn, facts
from .hcl import Attribute, Block, Body, File, Gap, HclSyntaxError, nodes, parse
from .hcl.data import read, source_of
from .hcl.nodes import quote
from .hcl.parser import parse_expression
from .hcl.source import parse_block
from .rules import schemas
from .rules.codemod import Codemod, Note, Rewriting
from .rules.evidence import hidden_mention, is_tested, knows, why_unsure
from .rules.transform import (
    Finding,
    Impact,
    Profile,
    Refused,
    Tier,
    Transform,
    Watch,
    blocks,
    data_sources,
    resources,
)
from .terraform import providers, secrets
from .terraform.address import Address, Mention, mentions, object_items
from .terraform.calls import output_of, with_output
from .terraform.module import PROVIDER_FILES, Module, Reference, expressions
from .terraform.values import evaluate

__all__ = [
    "PROVIDER_FILES",
    "Address",
    "Attribute",
    "Block",
    "Body",
    "Codemod",
    "File",
    "Finding",
    "Gap",
    "HclSyntaxError",
    "Impact",
    "Mention",
    "Module",
    "Note",
    "Profile",
    "Reference",
    "Refused",
    "Rewriting",
    "Tier",
    "Transform",
    "Watch",
    "blocks",
    "cdktn",
    "data_sources",
    "evaluate",
    "expressions",
    "facts",
    "hidden_mention",
    "is_tested",
    "knows",
    "mentions",
    "nodes",
    "object_items",
    "output_of",
    "parse",
    "parse_block",
    "parse_expression",
    "providers",
    "quote",
    "read",
    "resources",
    "schemas",
    "secrets",
    "source_of",
    "why_unsure",
    "with_output",
]
