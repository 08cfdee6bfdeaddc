"""Blocks that can be declared for a reference because only one can be meant.

Facts: the documentation of the data sources named here, of `random_id` and of `archive_file`; the AWS Lambda
developer guide for what a handler tells of its file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tffix import Address, Block, Impact, Module, Reference, providers

_PLAIN = {
    "aws_availability_zones": '  state = "available"\n',
    "aws_billing_service_account": "",
    "aws_caller_identity": "",
    "aws_canonical_user_id": "",
    "aws_elb_service_account": "",
    "aws_partition": "",
    "aws_region": "",
    "azurerm_client_config": "",
    "azurerm_subscription": "",
    "google_client_config": "",
    "google_project": "",
}
"""Data sources that need no argument, with what belongs into them."""

_RANDOM_ID = frozenset(("b64_std", "b64_url", "dec", "hex", "id"))
_EXTENSIONS = {"nodejs": ("js", "mjs", "cjs"), "python": ("py",), "ruby": ("rb",)}
_FOLDERS = ("", "lambda/", "src/")
_HANDLER = re.compile(r"([\w-]+)\.[\w-]+")


@dataclass(frozen=True, slots=True)
class Declaration:
    """The source of a block. ``told`` ends the finding's message; ``stays_near``: it belongs beside its user
    rather than to others of its kind."""

    source: str
    impact: Impact = Impact.NONE
    told: str = ""
    stays_near: bool = False

    @property
    def provider(self) -> str:
        """The provider that the block needs."""
        return self.source.split('"')[1].partition("_")[0]


def declaration(address: Address, module: Module) -> Declaration | None:
    """The block that an undeclared address evidently stands for."""
    type_ = address.parts[1] if address.parts[0] == "data" else address.parts[0]
    users = module.references_to(address)
    if not _is_usual(type_.split("_")[0], module) or any(not user.rest.startswith(".") for user in users):
        return None  # a provider of another kind, or one of several instances
    if address.parts[0] == "data" and type_ in _PLAIN:
        body = f"{{\n{_PLAIN[type_]}}}" if _PLAIN[type_] else "{}"
        return Declaration(f'data "{type_}" "{address.parts[2]}" {body}\n')
    if type_ == "random_id" and all(user.rest[1:] in _RANDOM_ID for user in users):
        source = f'resource "random_id" "{address.parts[1]}" {{\n  byte_length = 4\n}}\n'
        return Declaration(source, Impact.CREATE, stays_near=True)
    is_archive = address.parts[:2] == ("data", "archive_file")
    return _archive(address.parts[2], users, module) if is_archive else None


def _is_usual(name: str, module: Module) -> bool:
    """Whether a provider's local name stands for HashiCorp's provider of that name."""
    known = [one.address for one in providers.required_providers(module) if one.name == name]
    return known in ([], [f"hashicorp/{name}"])


def _archive(label: str, users: list[Reference], module: Module) -> Declaration | None:
    """The archive of a Lambda function whose handler and runtime tell the one file in it."""
    functions = {user.block for user in users if _is_function(user.block)}
    contents = {_content(function, module) for function in functions}
    paths = {_output_path(label, function) for function in functions}
    if len(contents) != 1 or len(paths) != 1 or None in contents:
        return None
    content, path = contents.pop(), paths.pop()
    source = (
        f'data "archive_file" "{label}" {{\n  type = "zip"\n'
        f'  source_file = "${{path.module}}/{content}"\n  output_path = {path}\n}}\n'
    )
    return Declaration(source, told=f"; by handler and runtime {content} goes into it", stays_near=True)


def _is_function(block: Block) -> bool:
    return block.type == "resource" and block.labels[:1] == ("aws_lambda_function",)


def _content(function: Block, module: Module) -> str | None:
    """The file that a function's handler stands in: the one that is there, else the usual one."""
    handler, runtime = function.get("handler"), function.get("runtime")
    if handler is None or runtime is None:
        return None
    match = _HANDLER.fullmatch(handler.string or "")
    extensions = _EXTENSIONS.get((runtime.string or "").rstrip(".0123456789x"))
    if match is None or extensions is None:
        return None
    paths = [f"{folder}{match[1]}.{extension}" for folder in _FOLDERS for extension in extensions]
    return next(filter(module.has_file, paths), paths[0])


def _output_path(label: str, function: Block) -> str:
    """Where the function takes its archive from."""
    filename = function.get("filename")
    written_out = filename is not None and filename.string
    return filename.source if filename and written_out else f'"${{path.module}}/{label}.zip"'
