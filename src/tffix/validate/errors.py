"""What can keep a validation from running at all."""


class ValidateError(Exception):
    """Nothing can be validated; the message is one line for the user."""


class TerraformNotFound(ValidateError):  # noqa: N818 - as FileNotFoundError says what was not found
    """There is no terraform or tofu to run."""
