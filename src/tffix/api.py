"""The public API: all that a transform may import, through `tffix` itself."""

from . import cdktn, facts
from .hcl import Attribute, Block, Body, File, Gap, HclSyntaxError, nodes, parse
from .hcl.data import read, source_of
from .hcl.nodes import quote
from .hcl.parser import parse_expression
from .hcl.source import parse_block
from .projection.json import has_root_array, with_root_object
from .rules import inference, schemas
from .rules.argument_blocks import NotWrittenOut, as_blocks, is_single, put_blocks
from .rules.block_values import value_of_blocks
from .rules.codemod import Codemod, Note, Rewriting
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
from .terraform import habits, language, providers, secrets, test_files, variable_values
from .terraform.address import Address, Mention, mentions, nameless, object_items
from .terraform.around import SILENT, mentioned_around, named_around
from .terraform.block_objects import block_of, nested_blocks, object_of, set_nested_blocks
from .terraform.calls import attribute_of, output_of, with_attribute, with_output
from .terraform.configurations import Configuration, configurations_of
from .terraform.conversions import whole_number
from .terraform.defaults import default_fault
from .terraform.deployment import may_be_deployed
from .terraform.discovery import is_override
from .terraform.evidence import hidden_mention, is_tested, knows, why_unsure
from .terraform.generated import units_of
from .terraform.library import library_evidence, made_for_others, root_evidence, why_no_root
from .terraform.module import PROVIDER_FILES, Module
from .terraform.project import called_directory, called_module
from .terraform.refactoring import add_moved, import_block, moved_block, removed_block
from .terraform.references import Reference, expressions, iterator_names, mentions_of
from .terraform.renaming import rename, rename_argument, rename_obstacle, renamed
from .terraform.selections import Selection, Selections, selections
from .terraform.values import evaluate

__all__ = [
    "PROVIDER_FILES",
    "SILENT",
    "Address",
    "Attribute",
    "Block",
    "Body",
    "Codemod",
    "Configuration",
    "File",
    "Finding",
    "Gap",
    "HclSyntaxError",
    "Impact",
    "Mention",
    "Module",
    "NotWrittenOut",
    "Note",
    "Profile",
    "Reference",
    "Refused",
    "Rewriting",
    "Selection",
    "Selections",
    "Tier",
    "Transform",
    "Watch",
    "add_moved",
    "as_blocks",
    "attribute_of",
    "block_of",
    "blocks",
    "called_directory",
    "called_module",
    "cdktn",
    "configurations_of",
    "data_sources",
    "default_fault",
    "evaluate",
    "expressions",
    "facts",
    "habits",
    "has_root_array",
    "hidden_mention",
    "import_block",
    "inference",
    "is_override",
    "is_single",
    "is_tested",
    "iterator_names",
    "knows",
    "language",
    "library_evidence",
    "made_for_others",
    "may_be_deployed",
    "mentioned_around",
    "mentions",
    "mentions_of",
    "moved_block",
    "named_around",
    "nameless",
    "nested_blocks",
    "nodes",
    "object_items",
    "object_of",
    "output_of",
    "parse",
    "parse_block",
    "parse_expression",
    "providers",
    "put_blocks",
    "quote",
    "read",
    "removed_block",
    "rename",
    "rename_argument",
    "rename_obstacle",
    "renamed",
    "resources",
    "root_evidence",
    "schemas",
    "secrets",
    "selections",
    "set_nested_blocks",
    "source_of",
    "test_files",
    "units_of",
    "value_of_blocks",
    "variable_values",
    "whole_number",
    "why_no_root",
    "why_unsure",
    "with_attribute",
    "with_output",
    "with_root_object",
]
