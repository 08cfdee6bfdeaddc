"""The public API: all that a transform may import, through `tffix` itself."""

from . import cdktn, facts
from .hcl import Attribute, Block, Body, File, Gap, HclSyntaxError, nodes, parse
from .hcl.data import read, source_of
from .hcl.nodes import quote
from .hcl.parser import parse_expression
from .hcl.source import parse_block
from .rules import schemas
from .rules.around import SILENT, mentioned_around, named_around
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
from .terraform import habits, providers, secrets
from .terraform.address import Address, Mention, mentions, object_items
from .terraform.calls import output_of, with_output
from .terraform.conversions import whole_number
from .terraform.generated import units_of
from .terraform.library import library_evidence, root_evidence, why_no_root
from .terraform.module import PROVIDER_FILES, Module, Reference, expressions, mentions_of
from .terraform.values import evaluate

__all__ = [
    "PROVIDER_FILES",
    "SILENT",
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
    "habits",
    "hidden_mention",
    "is_tested",
    "knows",
    "library_evidence",
    "mentioned_around",
    "mentions",
    "mentions_of",
    "named_around",
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
    "root_evidence",
    "schemas",
    "secrets",
    "source_of",
    "units_of",
    "whole_number",
    "why_no_root",
    "why_unsure",
    "with_output",
]
