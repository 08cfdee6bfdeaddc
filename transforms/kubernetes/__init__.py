"""Transforms of Kubernetes resources and of providers that talk to a cluster."""
