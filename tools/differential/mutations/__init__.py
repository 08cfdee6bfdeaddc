"""The mutations, by what they damage."""
