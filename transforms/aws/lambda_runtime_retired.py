"""Lambda functions with a runtime that AWS no longer supports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    facts,
    quote,
    resources,
    schemas,
)

from ..terraform._contexts import origin, values_of
from ..terraform._texts_behind import is_for_one, written_once
from ._arguments import replace_part
from ._lambda_code import missing_in

_RUNTIME = re.compile(
    r"(dotnetcore|dotnet|java|nodejs|python|ruby|provided)(\d{1,9}(?:\.\d{1,9})?)?(?:\.x)?(\.al\d{1,9})?"
)
_SUCCESSOR_OF_GO = "provided.al2023"
_NEEDS_OTHER_CODE = {
    "go1.x": "the executable must be named bootstrap then",
    "python2.7": "the code must be ported to Python 3 first",
    "dotnet": "the package must be built for it first",
}
_SINCE_PROVIDER_6 = frozenset(("dotnet10", "java25", "nodejs24.x", "python3.14", "ruby4.0"))
"""Runtimes that version 5 of the AWS provider refuses."""


class LambdaRuntimeRetired(Transform):
    """A Lambda function has a runtime that AWS no longer supports.

    What:
        Looks up the `runtime` of every `aws_lambda_function`. Where AWS accepts no new function with it, it
        becomes the oldest runtime of its family that is supported. Where AWS still accepts it but has ended
        its support, it is reported with the date from which on it will not.

    Why:
        CreateFunction fails with "The runtime parameter of … is no longer supported for creating or updating
        AWS Lambda functions". Before that day the runtime gets no more security patches.

    Example:
        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = "resize.zip"
          handler       = "index.handler"
          runtime       = "nodejs12.x"
        }

    Becomes:
        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = "resize.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"
        }

    Impact:
        An update in place of a function that is deployed. Its code runs on the newer runtime from then on and
        has to be tried there: from `nodejs18.x` on version 2 of the AWS SDK for JavaScript is not part of it.

    Limits:
        A local value or the default of a variable is changed only if nothing else uses it. Reported only:
        `go1.x`, whose executable must get the name `bootstrap`, `python2.7`, whose code does not run on
        Python 3, .NET, whose packages are built for one version, code on disk (in the folder, file or archive
        that the package is made of) that requires what the successor lacks, such as `aws-sdk` or `distutils`,
        and runtimes whose successor the provider may refuse. Code that is not on disk is not looked at. The
        option `deprecated` also replaces runtimes without support that AWS still accepts; `as-of` is the day
        to judge by.

    Source:
        AWS Lambda Developer Guide, "Lambda runtimes", section "Runtime deprecation policy"; "What's New In
        Python 3.12" and "What's New In Python 3.13", sections "Removed".
    """

    name = "aws-lambda-runtime-retired"
    impact = Impact.UPDATE
    languages = frozenset(("hcl", "json", "python"))
    watches = resources("aws_lambda_function")
    options: ClassVar[Mapping[str, object]] = {"as-of": "2026-11-23", "deprecated": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get("runtime")
        if attribute is None:
            return
        names = (one for one in values_of(attribute, block, module) if isinstance(one, str))
        for name in dict.fromkeys(names):
            yield from self._findings(name, attribute, block, module)

    def _findings(self, name: str, attribute: Attribute, block: Block, module: Module) -> Iterator[Finding]:
        runtime = facts.aws.lambda_runtimes().get(name)
        today = date.fromisoformat(str(self.option["as-of"]))
        if runtime is None or runtime.deprecated is None or runtime.deprecated > today:
            return
        is_blocked = runtime.create_block is not None and runtime.create_block <= today
        if is_blocked:
            message = (
                f"the runtime {runtime.name} is retired: AWS has refused new functions with it"
                f" since {runtime.create_block}"
            )
        else:
            end = f"; it refuses new functions from {runtime.create_block} on" if runtime.create_block else ""
            message = f"AWS has not supported the runtime {runtime.name} since {runtime.deprecated}{end}"
        successor = _oldest_supported(runtime.name, today)
        place = written_once(name, attribute, block, module)
        if place is not None and not is_for_one(place[0], block, module):
            place = None
        reason = _hindrance(runtime.name, successor, place is not None, block, module)
        message += origin(attribute, block, module, name)
        if place is None or reason or not (is_blocked or self.option["deprecated"]):
            advice = f'runtime = "{successor}"' + (
                f"  # {reason}" if reason else "  # once it is tried there"
            )
            yield Finding(attribute, message, advice=advice)
        else:
            yield Finding(attribute, message, partial(replace_part, *place, quote(successor)))


def _oldest_supported(name: str, today: date) -> str:
    """The first later runtime of a family that is supported on a day."""
    family, version = _split(name)
    later = [
        (_split(one.name)[1], one.name)
        for one in facts.aws.lambda_runtimes().values()
        if one.deprecated is not None and one.deprecated > today and _split(one.name)[0] == family
    ]
    return min([one for one in later if one[0] > version], default=((), _SUCCESSOR_OF_GO))[1]


def _split(name: str) -> tuple[str, tuple[float, ...]]:
    """The family and the version of a runtime: its own numbers, then those of its Amazon Linux."""
    match = _RUNTIME.fullmatch(name.removesuffix("-edge"))
    if match is None:
        return name, ()
    family, version, system = match.groups()
    numbers = [int(number) for number in (version or "0").split(".")]
    return family.removesuffix("core"), (*[*numbers, 0][:2], int((system or ".al0")[3:]))


def _hindrance(name: str, successor: str, is_written: bool, block: Block, module: Module) -> str:
    """Why the runtime cannot be replaced just so, or nothing."""
    for names, reason in _NEEDS_OTHER_CODE.items():
        if name.startswith(names):
            return reason
    if not is_written:
        return "the value is set elsewhere"
    if lacking := missing_in(successor, block, module):
        return lacking
    pin = schemas.pin_of(block, module)
    oldest = 6 if successor in _SINCE_PROVIDER_6 else 5
    if pin is None or any(int(version.split(".")[0]) < oldest for version in pin.versions):
        return f"the version of the AWS provider may not know it: {oldest}.x with all its updates does"
    return ""
