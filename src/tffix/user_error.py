"""The error that stops a run and is meant for the user."""


class UserError(Exception):
    """What stops a command, as one line for the user."""
