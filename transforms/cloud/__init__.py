"""Transforms of Azure and Google Cloud alike."""
