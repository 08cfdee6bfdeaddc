"""Transforms driven by provider schemas: what a block may hold in the version that the module pins."""
