"""tffix: automatic repair and codemods for Terraform."""

from .hcl import HclSyntaxError, parse

__version__ = "0.1.0"
__all__ = ["HclSyntaxError", "parse"]
