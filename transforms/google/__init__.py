"""Transforms of Google Cloud resources."""
