"""Bulk migration: one change carried through many repositories, in phases that can be stopped and resumed."""
