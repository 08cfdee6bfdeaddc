"""Packages of Lambda functions that do not exist, or that the function does not depend on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    data_sources,
    expressions,
    resources,
)

from ._dependencies import depends
from ._packages import ARCHIVE, archive_of, path_of
from ._words import occurrences

_PACKAGED = ("aws_lambda_function", "aws_lambda_layer_version")
_BUILT = frozenset(
    (".build", ".tmp", "artifacts", "bin", "build", "builds", "dist", "node_modules", "out", "target", "tmp")
)
"""Folders that hold what a build makes; it need not be there yet."""


class LambdaPackageMissing(Transform):
    """The package of a Lambda function does not exist, or the function does not depend on it.

    What:
        Looks at `filename` of `aws_lambda_function` and `aws_lambda_layer_version`, and at `source_file` and
        `source_dir` of `archive_file`. A file that does not exist, and that no `archive_file` and nothing
        else in the module names, is reported. Where an `archive_file` writes just that file, `filename`
        refers to it.

    Why:
        The apply fails with "unable to load …: no such file or directory", the archive with "could not
        archive missing file". Without a reference the function may be made before its package.

    Example:
        data "archive_file" "resize" {
          type        = "zip"
          output_path = "resize.zip"

          source {
            content  = templatefile("index.js", { topic = aws_sns_topic.done.arn })
            filename = "index.js"
          }
        }

        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = "resize.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"
        }

    Becomes:
        data "archive_file" "resize" {
          type        = "zip"
          output_path = "resize.zip"

          source {
            content  = templatefile("index.js", { topic = aws_sns_topic.done.arn })
            filename = "index.js"
          }
        }

        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = data.archive_file.resize.output_path
          handler       = "index.handler"
          runtime       = "nodejs22.x"
        }

    Impact:
        None: the value is the same.

    Limits:
        Only paths that are literal, but for `path.module` and `path.root`. Silent about folders that are
        named for the output of a build (`dist`, `build`, `target` …). An `archive_file` that is referred to
        and not declared is for terraform-reference-undeclared.

    Source:
        Terraform AWS provider, `aws_lambda_function`; Terraform archive provider, `archive_file`.
    """

    name = "aws-lambda-package-missing"
    impact = Impact.NONE
    watches = (*resources(*_PACKAGED), *data_sources(ARCHIVE))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 2:
            return
        if block.type == "data":
            for name in ("source_file", "source_dir"):
                if (attribute := block.get(name)) is not None:
                    yield from _missing(attribute, "create it, or correct the path", module)
            return
        attribute = block.get("filename")
        if attribute is None or module.unreadable:
            return
        archive = archive_of(attribute, module)
        if archive is None:
            yield from _missing(attribute, _example(block, attribute), module)
            return
        own, needed = Address.of(block), Address.of(archive)
        if own is not None and needed is not None and not depends(module, own, needed):
            message = f"{own} does not depend on {needed}, which writes its package"
            if archive.get("count") or archive.get("for_each") or depends(module, needed, own):
                yield Finding(attribute, message, advice=f"filename = {needed}.output_path")
            else:
                yield Finding(attribute, message, partial(_refer, attribute, archive, module))


def _missing(attribute: Attribute, advice: str, module: Module) -> Iterator[Finding]:
    """The finding at a path that leads to nothing."""
    path = path_of(attribute, module)
    if path is None or _BUILT.intersection(path[1].split("/")):
        return
    start, rest = path
    places = [module] if start == "module" else [module, *_roots(module)]
    if any(place.has_file(rest) for place in places) or _is_named_elsewhere(posixpath.basename(rest), module):
        return
    yield Finding(attribute, f"{rest} does not exist, and nothing in this module creates it", advice=advice)


def _roots(module: Module) -> Iterator[Module]:
    """The modules that lead to a module, from where Terraform may run."""
    stack, seen = [module], {module}
    while stack:
        for caller, _ in stack.pop().callers:
            if caller not in seen:
                seen.add(caller)
                stack.append(caller)
                yield caller


def _is_named_elsewhere(name: str, module: Module) -> bool:
    """Whether something else than functions and archives has the name of a file: a script or local_file."""
    names = module.recall(_names_elsewhere)
    return name in names or module.mentioned_elsewhere(name) is not None


def _names_elsewhere(module: Module) -> set[str]:
    """Which of the files that functions and archives name something else names too."""
    named, others = set[str](), list[str]()
    for file in module.files.values():
        for block in module.accepted(file):
            if block.labels[:1] and block.labels[0] in (*_PACKAGED, ARCHIVE):
                paths = map(block.get, ("filename", "source_file", "source_dir"))
                found = (path_of(one, module) for one in paths if one is not None)
                named.update(posixpath.basename(path[1]) for path in found if path is not None)
                if not any(block.blocks("provisioner")):
                    continue
            others += (attribute.source for attribute, _ in expressions(block))
    return set(occurrences(named, "\0".join(others)))


def _example(block: Block, attribute: Attribute) -> str:
    label = block.labels[1]
    return (
        f'data "{ARCHIVE}" "{label}" {{\n  type        = "zip"\n  source_dir  = "${{path.module}}/…"\n'
        f"  output_path = {attribute.source}\n}}\n"
        f"# and here: filename = data.{ARCHIVE}.{label}.output_path"
    )


def _refer(attribute: Attribute, archive: Block, module: Module) -> None:
    if archive_of(attribute, module) is not archive:
        raise Refused("the archive writes another file now")
    attribute.set(f"{Address.of(archive)}.output_path")
