"""Archives and files: hashes of what is in them. Source: the documentation of providers archive and local."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tffix.files import kind_of
from tffix.plan.local.asked import Asked, base64_of
from tffix.plan.protocol import Object

MOST_FILES: Final = 2_000
MOST_BYTES: Final = 20_000_000
"""How much of a folder is read to see whether an archive of it is another one."""


def archive(asked: Asked) -> Object:
    """`archive_file`: hashes that differ if what is put into it does, though not those of a real archive."""
    content = b"\0".join(_archived(asked)) or asked.bytes(64)
    return {
        "output_size": len(content),
        "output_md5": hashlib.md5(content, usedforsecurity=False).hexdigest(),
        "output_sha": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        "output_sha256": hashlib.sha256(content).hexdigest(),
        "output_sha512": hashlib.sha512(content).hexdigest(),
        "output_base64sha256": base64_of(hashlib.sha256(content).digest()),
        "output_base64sha512": base64_of(hashlib.sha512(content).digest()),
        "id": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
    }


def _archived(asked: Asked) -> Iterator[bytes]:
    config = asked.config
    for name in ("source_content_filename", "source_content"):
        if isinstance(config.get(name), str):
            yield config[name].encode()
    for one in config.get("source") or ():
        yield from (str(one.get(name)).encode() for name in ("filename", "content"))
    if (file := asked.path("source_file")) is not None:
        yield from _read(file, file.name)
    if (folder := asked.path("source_dir")) is not None:
        yield from _below(folder)


def _below(folder: Path) -> Iterator[bytes]:
    """The names and contents of the files of a folder, as far as they are not too many."""
    count = size = 0
    seen: set[str] = set()
    for directory, folders, files in os.walk(folder, followlinks=True):
        there = os.path.realpath(directory)
        folders[:] = sorted(folders) if there not in seen else ()
        seen.add(there)
        for name in sorted(files):
            path = Path(directory, name)
            for part in _read(path, str(path.relative_to(folder))):
                size += len(part)
                yield part
            count += 1
            if count >= MOST_FILES or size >= MOST_BYTES:
                return


def _read(file: Path, name: str) -> Iterator[bytes]:
    yield name.encode("utf-8", "surrogateescape")
    if kind_of(file):
        return  # a pipe or a device
    try:
        with file.open("rb") as stream:
            yield stream.read(MOST_BYTES)
    except OSError:
        return


def local_file(asked: Asked) -> Object:
    """`local_file` and its like: what is in the file, and the hashes of that."""
    config = asked.config
    given = next((config[name] for name in ("content", "sensitive_content") if config.get(name)), None)
    path = asked.path("source") or asked.path("filename")
    if isinstance(given, str):
        content = given.encode()
    elif isinstance(encoded := config.get("content_base64"), str):
        content = base64.b64decode(encoded + "==")
    elif path is not None and path.is_file():
        content = b"".join(list(_read(path, ""))[1:])
    else:
        return {}
    sha1 = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return {
        "content": content.decode("utf-8", "replace"),
        "content_base64": base64_of(content),
        "content_md5": hashlib.md5(content, usedforsecurity=False).hexdigest(),
        "content_sha1": sha1,
        "content_sha256": hashlib.sha256(content).hexdigest(),
        "content_sha512": hashlib.sha512(content).hexdigest(),
        "content_base64sha256": base64_of(hashlib.sha256(content).digest()),
        "content_base64sha512": base64_of(hashlib.sha512(content).digest()),
        "id": sha1,
    }
