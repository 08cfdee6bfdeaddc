"""The `tffix` command. What a command needs is imported when it runs, so that --help is instant."""

import gc
import sys

from ..safe_path import protect


def main() -> None:
    """The entry point."""
    protect()
    from ..streams import prepare

    prepare()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from .. import __version__

        print(f"tffix {__version__}")
        return
    # A run creates much and drops little: looking for garbage would find none, again and again.
    gc.set_threshold(200_000, 20, 100)
    from .app import app
    from .ending import run_command

    run_command(app)
