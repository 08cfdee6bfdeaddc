"""What the code of a Lambda function requires and its next runtime does not have.

Facts: AWS Lambda Developer Guide, "Building Lambda functions with Node.js" (version 2 of the AWS SDK is part
of the runtimes up to nodejs16.x); What's New In Python 3.12 and 3.13, "Removed"; What's New In Python 3.10,
"Removed" (`formatter`, `parser`, `symbol`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from tffix import Attribute, Block, Module, evaluate, mentions

from ._packages import ARCHIVE, archive_of, path_of

_NODE_SDK = re.compile(r"""(?:require\s*\(|from|import)\s*\(?\s*["']aws-sdk(?:/[\w./-]*)?["']""")
_FIRST_NODE_WITHOUT_SDK = 18
_GONE_FROM_PYTHON = {
    (3, 10): "formatter parser symbol",
    (3, 12): "asynchat asyncore distutils imp smtpd",
    (3, 13): (
        "aifc audioop cgi cgitb chunk crypt imghdr mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd "
        "sunau telnetlib uu xdrlib lib2to3"
    ),
}
_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))", re.MULTILINE)


def missing_in(runtime: str, function: Block, module: Module) -> str:
    """What the code of a function requires that a runtime lacks, as a clause; nothing if nothing is found."""
    files = dict(_code(function, module))
    names = {name.removesuffix(".py").partition("/")[0] for name in files}
    for name, text in files.items():
        lacking = _required(runtime, name, text) - names
        if lacking and not _brings_along(files):
            return f"{name} requires {min(lacking)}, which {runtime} does not have"
    return ""


def _required(runtime: str, name: str, text: str) -> set[str]:
    """What a file requires of the modules that a runtime does not have."""
    version = [int(number) for number in re.findall(r"\d{1,9}", runtime)]
    if runtime.startswith("nodejs") and version[0] >= _FIRST_NODE_WITHOUT_SDK and not name.endswith(".py"):
        return {"aws-sdk"} if _NODE_SDK.search(text) and "node_modules/" not in name else set()
    if runtime.startswith("python") and name.endswith(".py"):
        gone = {
            one for at, names in _GONE_FROM_PYTHON.items() if at <= tuple(version) for one in names.split()
        }
        return gone & set(_imported(text))
    return set()


def _brings_along(files: dict[str, str]) -> bool:
    """Whether a package has version 2 of the SDK in it."""
    return any("node_modules/aws-sdk/" in f"/{name}" for name in files)


def _imported(text: str) -> Iterator[str]:
    for match in _IMPORT.finditer(text):
        for one in (match[1] or match[2]).split(","):
            yield one.strip().partition(".")[0].partition(" ")[0]


def _code(function: Block, module: Module) -> Iterator[tuple[str, str]]:
    """The source files that a function's package is made of, by name."""
    package = function.get("filename")
    if package is None:
        return
    archives = [module.get(one.address) for one in mentions(package.source)]
    archive = next((one for one in archives if isinstance(one, Block)), None) or archive_of(package, module)
    if archive is None:
        yield from _at(package, module)
    elif archive.labels[0] == ARCHIVE:
        for name in ("source_file", "source_dir"):
            if (attribute := archive.get(name)) is not None:
                yield from _at(attribute, module)
        for source in archive.blocks("source"):
            yield from _written(source, module)


def _at(attribute: Attribute, module: Module) -> Iterator[tuple[str, str]]:
    path = path_of(attribute, module)
    return module.source_texts(path[1]) if path is not None else iter(())


def _written(source: Block, module: Module) -> Iterator[tuple[str, str]]:
    """The file that a ``source`` block of an archive holds, if its content is known."""
    content, name = source.get("content"), source.get("filename")
    found = evaluate(content.expression, module) if content is not None else None
    called = evaluate(name.expression, module) if name is not None else None
    if isinstance(found, str) and isinstance(called, str):
        yield posixpath.normpath(called), found
