"""The parts of tools/compare_with_validate.py."""
