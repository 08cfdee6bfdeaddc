"""Repositories and campaigns, as the tests of `tffix migrate` make them."""

from bulk.conftest import migrate  # noqa: F401
