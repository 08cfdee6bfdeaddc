"""Functions that read files which are not there."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Finding, Impact, Module, Transform, expressions, nodes

from ._file_paths import path_read

_HASHES = ("base64", "base64sha256", "base64sha512", "md5", "sha1", "sha256", "sha512")
_READERS = frozenset(("file", "templatefile", *(f"file{end}" for end in _HASHES)))
_MAKERS = ("local_", "archive_", "null_resource", "terraform_data", "external", "template_")
_PACKAGES = (".zip", ".jar")


class FileMissing(Transform):
    """A function reads a file that does not exist.

    What:
        Looks up the files that `file`, `templatefile`, `filemd5` and their like read, where the path is known
        before Terraform runs: written out, after `path.module` or `path.root`, or by local values.

    Why:
        Terraform stops with "Invalid value for "path" parameter: no file exists at" before it plans anything.

    Example:
        locals {
          script = file("${path.module}/scripts/start.sh")
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. Silent about files that git ignores, that a resource or data source of the module
        writes, packages of code (`.zip`, `.jar`), paths in the user's home, what stands in `try`, `can` or a
        condition, and, in modules that others call, paths that do not begin with `path.module`.

    Source:
        Terraform language documentation, "file Function" and "References to Named Values", `path.module`.
    """

    name = "terraform-file-missing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for file in module.files.values():
            for block in module.accepted(file):
                for attribute, _ in expressions(block):
                    if "file" in attribute.source:
                        yield from _findings(attribute, module)


def _findings(attribute: Attribute, module: Module) -> Iterator[Finding]:
    for call in _certain_calls(attribute.expression):
        path = path_read(call.arguments[0], module)
        if path is None or path.startswith(("/", "~")) or path.endswith(_PACKAGES):
            continue
        if not module.has_file(path) and not _is_made(path, module):
            yield Finding(attribute, f"{call.name} reads {path}, which does not exist", within=call)


def _certain_calls(node: nodes.Expression) -> Iterator[nodes.Call]:
    """The calls that read a file and are evaluated whatever the values are."""
    stack = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, nodes.Conditional | nodes.For | nodes.IfDirective | nodes.ForDirective):
            continue
        if isinstance(one, nodes.Call):
            if one.name in ("try", "can"):
                continue
            if one.name in _READERS and one.arguments and not one.expanded:
                yield one
        stack.extend(reversed(one.children))


def _is_made(path: str, module: Module) -> bool:
    """Whether something makes a file before Terraform needs it, or may."""
    name = path.rpartition("/")[2]
    if module.why_not_written(path):
        return True
    return name in module.recall(_text_of_makers)


def _text_of_makers(module: Module) -> str:
    """The text of what may write files while Terraform runs."""
    blocks = (block for type_ in ("resource", "data") for block in module.blocks(type_))
    return "\n".join(block.text for block in blocks if block.labels[0].startswith(_MAKERS))
