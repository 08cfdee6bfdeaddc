"""tffix: automatic repair and codemods for Terraform.

`parse` reads HCL without losing a byte; `Transform` is the base of every rule. Transforms import what they
need from here and nowhere else.
"""

from . import facts
from .hcl import Attribute, Block, Body, File, Gap, HclSyntaxError, nodes, parse
from .hcl.nodes import quote
from .hcl.parser import parse_expression
from .hcl.source import parse_block
from .rules import schemas
from .rules.transform import Finding, Impact, Refused, Transform, Watch, blocks, data_sources, resources
from .terraform import providers
from .terraform.address import Address, Mention, mentions, object_items
from .terraform.module import PROVIDER_FILES, Module, Reference, expressions
from .terraform.values import evaluate

__version__ = "0.1.0"
__all__ = [
    "PROVIDER_FILES",
    "Address",
    "Attribute",
    "Block",
    "Body",
    "File",
    "Finding",
    "Gap",
    "HclSyntaxError",
    "Impact",
    "Mention",
    "Module",
    "Reference",
    "Refused",
    "Transform",
    "Watch",
    "blocks",
    "data_sources",
    "evaluate",
    "expressions",
    "facts",
    "mentions",
    "nodes",
    "object_items",
    "parse",
    "parse_block",
    "parse_expression",
    "providers",
    "quote",
    "resources",
    "schemas",
]
