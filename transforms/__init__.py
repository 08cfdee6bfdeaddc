"""The transforms that ship with tffix, one file each, grouped by area."""
