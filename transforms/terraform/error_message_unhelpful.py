"""Messages of conditions that do not say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Finding, Impact, Module, Profile, Transform

from ._language import own_blocks

_CONDITIONS = ("validation", "precondition", "postcondition", "assert")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "be",
        "not",
        "no",
        "invalid",
        "valid",
        "wrong",
        "bad",
        "error",
        "failed",
        "fail",
        "failure",
        "value",
        "values",
        "input",
        "variable",
        "argument",
        "condition",
        "check",
        "validation",
        "please",
        "must",
        "incorrect",
        "illegal",
        "unexpected",
        "something",
        "went",
        "oops",
        "problem",
        "occurred",
        "has",
        "have",
        "been",
        "true",
        "false",
        "and",
        "or",
        "of",
        "for",
        "this",
        "that",
        "it",
        "sorry",
        "message",
    ]
)
"""Words that say nothing of what is wanted."""


class ErrorMessageUnhelpful(Transform):
    """The message of a condition does not say what is wanted.

    What:
        Looks at the `error_message` of validations, preconditions, postconditions and assertions that is
        written out, and has no word in it that says anything: "Invalid value.", "Error!", "".

    Why:
        Whoever reads it sees that a run has stopped, and not what to write instead. Terraform shows nothing
        but this text and the condition.

    Example:
        variable "stage" {
          type = string

          validation {
            condition     = contains(["test", "live"], var.stage)
            error_message = "Invalid value."
          }
        }

    Impact:
        None: what the message should say is for you to tell.

    Limits:
        Messages that are made of expressions are left alone, and so is one that names what is wrong, however
        short it is.

    Source:
        Terraform language documentation, "Custom Conditions": "Error Messages".
    """

    name = "terraform-error-message-unhelpful"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            message = own.block.get("error_message") if own.block.type in _CONDITIONS else None
            if message is None or message.string is None:
                continue
            name = own.top.labels[-1] if own.top.labels else ""
            said = {word.lower() for word in _WORDS.findall(message.string)} - {name.lower()}
            if said <= _EMPTY and not re.search(r"\d", message.string):
                yield Finding(
                    message,
                    "the message does not say what is wanted",
                    advice='say it in a sentence: "The stage must be test or live."',
                )
