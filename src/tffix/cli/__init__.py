"""The `tffix` command. What a command needs is imported when it runs, so that --help is instant."""

import sys


def main() -> None:
    """The entry point."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from .. import __version__

        print(f"tffix {__version__}")
        return
    from .app import app

    app(prog_name="tffix")
