"""Transforms of what belongs to Terraform itself, whatever the provider."""
