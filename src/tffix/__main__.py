"""`python -m tffix` is the `tffix` command."""

from .cli import main

main()
