"""Transforms of resources of Azure and Google Cloud alike."""
