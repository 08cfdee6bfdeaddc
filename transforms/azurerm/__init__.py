"""Transforms of Azure resources."""
