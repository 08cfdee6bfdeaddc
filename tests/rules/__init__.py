"""Tests of what a rule is: its options, the registry, scripts."""
