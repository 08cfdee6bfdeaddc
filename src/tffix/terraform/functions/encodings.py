"""Encodings and hashes."""

from __future__ import annotations

import base64
import binascii
import json

from ..conversions import InvalidError, LimitError, Value, has_unknown, to_number, to_string
from .signature import Function


def json_text(value: Value) -> str:
    """JSON as Terraform writes it: sorted keys, no spaces, <, > and & escaped."""
    if has_unknown(_plain(value)):
        raise LimitError
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _plain(value: Value) -> Value:
    """``value`` with UNKNOWN for the numbers that Python would write otherwise."""
    if isinstance(value, float):
        return to_string(value) if repr(value) == to_string(value) else to_string(1 / 3)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def json_value(text: str) -> Value:
    """``jsondecode``: the value of a JSON text."""
    try:
        return json.loads(text, parse_float=to_number, parse_int=to_number, parse_constant=_no_constant)
    except ValueError:
        raise InvalidError("this is no JSON") from None
    except RecursionError:
        raise LimitError from None


def _no_constant(name: str) -> Value:
    raise InvalidError(f"{name} is no JSON")


def decode_base64(text: str) -> str:
    """``base64decode``: the text of what is encoded, which must be UTF-8."""
    try:
        return base64.b64decode(text.replace("\n", "").replace("\r", ""), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise InvalidError("this is not base64 of a text") from None


def encode_base64(text: str) -> str:
    """``base64encode``: of the bytes of a text in UTF-8."""
    return base64.b64encode(text.encode()).decode()


def encode_url(text: str) -> str:
    """``urlencode``: a text as it is in the query of a URL, a space as ``+``."""
    from urllib.parse import quote_plus

    return quote_plus(text, safe="-_.~")


def _digest(algorithm: str, text: str) -> bytes:
    import hashlib

    return hashlib.new(algorithm, text.encode()).digest()


def _hexadecimal(algorithm: str) -> Function:
    return Function(lambda text: _digest(algorithm, text).hex(), ("string",))


def _base64_digest(algorithm: str) -> Function:
    return Function(lambda text: base64.b64encode(_digest(algorithm, text)).decode(), ("string",))


TABLE: dict[str, Function] = {
    "base64decode": Function(decode_base64, ("string",)),
    "base64encode": Function(encode_base64, ("string",)),
    "base64sha256": _base64_digest("sha256"),
    "base64sha512": _base64_digest("sha512"),
    "jsondecode": Function(json_value, ("string",)),
    "jsonencode": Function(json_text, ("~any",)),
    "md5": _hexadecimal("md5"),
    "sha1": _hexadecimal("sha1"),
    "sha256": _hexadecimal("sha256"),
    "sha512": _hexadecimal("sha512"),
    "urlencode": Function(encode_url, ("string",)),
}
