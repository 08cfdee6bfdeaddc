"""Transforms of AWS resources."""
