"""Keeps the working directory off the path on which Python looks for modules: it may be a repository that is
examined, and nothing of that is ever run. Imports nothing that Python has not loaded by itself."""

import os
import sys


def protect() -> None:
    """Makes the path of this process a safe one, for as long as it lives."""
    sys.path[:] = safe(sys.path)


def safe(path: list[str]) -> list[str]:
    """The entries of a path that are neither the working directory (as `python -m` and an empty entry in
    PYTHONPATH put it there) nor relative to it. What has tffix itself in it stays."""
    try:
        here = os.getcwd()
    except FileNotFoundError:  # taken away meanwhile: no module can be found in it
        here = ""
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    relative = [os.path.join(here, one) for one in given if not os.path.isabs(one)]
    shunned = {os.path.realpath(one) for one in (here, *relative)} - {_home()}
    return [one for one in path if os.path.isabs(one) and os.path.realpath(one) not in shunned]


def _home() -> str:
    return os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
