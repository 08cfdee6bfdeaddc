"""Secrets that are written in a configuration: which names tell of one, and which texts are one.

What prints a diff or a message masks these texts; the rules on passwords report them. Facts: documentation of
the AWS provider (arguments that take secrets); IAM User Guide, "IAM identifiers" (IDs of access keys).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..hcl.nodes import Access, Expression, Object, Splat, Template, TemplateLiteral, Traversal, quote
from ..hcl.tree import Block
from .module import Module
from .values import evaluate

ARGUMENTS = frozenset(
    (
        "admin_user_password",
        "auth_token",
        "master_password",
        "master_user_password",
        "password",
        "passwords",
        "secret_key",
        "secret_string",
    )
)
"""Arguments of AWS resources that take secrets."""

_OF_PROVIDERS = frozenset(("access_key", "secret_key", "token"))
"""Arguments of provider blocks that take credentials, whatever the provider."""

_ELSEWHERE = (Traversal, Access, Splat)
"""Expressions that name what is said elsewhere: texts in them are keys."""
_PARAMETERS = ("value", "value_wo", "insecure_value")
_SECRET = re.compile(
    r"(?:^|[^a-z])(?:pass(?:word|wd|phrase)|pwd|(?:client|app|shared|api|jwt)[_-]?secret|secret[_-]?(?:access[_-]?)?key"
    r"|access[_-]?key|api[_-]?key|auth[_-]?token|access[_-]?token|private[_-]?key)$"
)
_POINTER = re.compile(r"arn:|\.{0,2}/|~/|https?:|\{\{|vault:|alias/|\$\{")
_HINTS = (
    "pass", "pwd", "secret", "token", "_key", "apikey", "accesskey", "privatekey",
    "sensitive", "securestring", "akia", "asia",
)  # fmt: skip
"""One of them occurs in every text that a secret is found in, in whatever case."""
_ASSIGNED = re.compile(r'([\w-]+)["\']?\s*[=:]\s*(["\'])((?:(?!\2)[^\\\n]|\\.)+)\2')
_ACCESS_KEY = re.compile(r"(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])")


def is_secret_name(name: str) -> bool:
    """Whether what has this name is a password, a key or the like: ``DB_PASSWORD``, ``/app/api-key``. What
    only tells of one (``password_length``, ``secret_arn``) has another last word."""
    spread = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return _SECRET.search(spread) is not None


def is_secret(value: object) -> bool:
    """Whether a value that stands where a secret belongs may be one, and not where it is to be found."""
    return isinstance(value, str) and value.strip() != "" and not _POINTER.match(value)


def has_access_key(text: str) -> bool:
    """Whether a text has the ID of an AWS access key in it, the ones of AWS's own documentation aside."""
    return any(not found.endswith("EXAMPLE") for found in _access_keys(text))


def _access_keys(text: str) -> list[str]:
    if "AKIA" not in text and "ASIA" not in text:
        return []  # the usual case, which costs little to see
    return [found.group() for found in _ACCESS_KEY.finditer(text)]


def _hints(text: str) -> bool:
    """Whether a secret may be in a text: looked for first, as most files have none."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS)


def credentials(provider: Block) -> list[str]:
    """The arguments of a provider block that are credentials in plain text."""
    return [
        one.name for one in provider.body.attributes if one.name in _OF_PROVIDERS and is_secret(one.string)
    ]


def secret_texts(module: Module) -> frozenset[str]:
    """The texts that are secrets, each in every way in which the files of the module may write it."""
    found: set[str] = set()
    for file in module.files.values():
        if not _hints(file.source):
            continue
        found.update(_access_keys(file.source))
        for block in file.blocks():
            for expression in _secret_expressions(block):
                value = evaluate(expression, module)
                found.update(_literals(expression))
                found.update(one for one in (value if isinstance(value, list) else [value]) if is_secret(one))
    known = frozenset(way for one in found for way in _ways(one))
    return known.union(*map(secrets_in, module.opaque.values()))


def _secret_expressions(block: Block) -> Iterator[Expression]:
    """What a secret belongs in, in a top-level block."""
    if block.type == "variable":
        default, flag = block.get("default"), block.get("sensitive")
        is_marked = flag is not None and flag.boolean is True
        if default is not None and (is_marked or any(map(is_secret_name, block.labels))):
            yield default.expression
        return
    own = _OF_PROVIDERS if block.type == "provider" else frozenset()
    in_parameter = _PARAMETERS if _is_secret_parameter(block) else ()
    for body in block.body.walk():
        for attribute in body.attributes:
            name = attribute.name
            if name in ARGUMENTS or name in own or name in in_parameter or is_secret_name(name):
                yield attribute.expression
            elif _hints(attribute.source):
                yield from _named_values(attribute.expression)


def _is_secret_parameter(block: Block) -> bool:
    """Whether a resource is a parameter of Parameter Store that is encrypted, or named for a secret."""
    if block.labels[:1] != ("aws_ssm_parameter",):
        return False
    type_, name = block.get("type"), block.get("name")
    is_encrypted = type_ is not None and type_.string == "SecureString"
    return is_encrypted or (name is not None and is_secret_name(name.source.rstrip('"')))


def _named_values(expression: Expression) -> Iterator[Expression]:
    """The values of objects whose keys, or a name beside them, tell that they are secrets."""
    for node in expression.find(Object):
        values = {item.key.text.strip('"'): item.value for item in node.items}
        name = values.get("name")
        is_told = isinstance(name, Template) and is_secret_name(name.literal or "")
        for key, value in values.items():
            if is_secret_name(key) or (is_told and key == "value"):
                yield value


def _literals(expression: Expression) -> Iterator[str]:
    """The texts that are written out in an expression for a secret."""
    stack = [expression]
    while stack:
        node = stack.pop()
        if isinstance(node, TemplateLiteral):
            if is_secret(node.value):
                yield node.value
        elif isinstance(node, Object):
            named = [item.value for item in node.items if is_secret_name(item.key.text.strip('"'))]
            stack += named or [item.value for item in node.items]
        elif not isinstance(node, _ELSEWHERE):
            stack += node.children


def secrets_in(text: str) -> frozenset[str]:
    """The same for a text that is not parsed, in whatever language, as ``db_password = "…"``."""
    if not _hints(text):
        return frozenset()
    found = set(_access_keys(text))
    found.update(
        value for name, _, value in _ASSIGNED.findall(text) if is_secret_name(name) and is_secret(value)
    )
    return frozenset(way for one in found for way in _ways(one))


def _ways(secret: str) -> Iterator[str]:
    """A secret line by line: as it is, and as HCL, JSON and Python write it."""
    for line in secret.splitlines():
        text = line.strip()
        if any(character.isalnum() for character in text):
            yield from (
                text,
                quote(text)[1:-1],
                json.dumps(text)[1:-1],
                json.dumps(text, ensure_ascii=False)[1:-1],
            )


__all__ = [
    "ARGUMENTS",
    "credentials",
    "has_access_key",
    "is_secret",
    "is_secret_name",
    "secret_texts",
    "secrets_in",
]
