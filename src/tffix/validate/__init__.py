"""Runs the user's own Terraform over modules without providers, credentials or network.

`validate` is the door for a list of paths; `Validator` for one who has modules to validate now and then.
Provider schemas come from a `SchemaSource`; Terraform gets them from servers of ours that speak its plugin
protocol. Importing this costs nothing: gRPC is loaded when a `Validator` is made.
"""

from tffix.validate.discovery import find_modules
from tffix.validate.errors import TerraformNotFound, ValidateError
from tffix.validate.facts_source import FactsSchemas
from tffix.validate.results import Diagnostic, ProviderVersion, Validation
from tffix.validate.schemas import SchemaDirectory, SchemaSource
from tffix.validate.session import Validator, validate

__all__ = [
    "Diagnostic",
    "FactsSchemas",
    "ProviderVersion",
    "SchemaDirectory",
    "SchemaSource",
    "TerraformNotFound",
    "ValidateError",
    "Validation",
    "Validator",
    "find_modules",
    "validate",
]
