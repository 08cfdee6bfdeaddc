"""Random values, which depend on the configuration only. Source: the documentation of the provider random."""

from __future__ import annotations

import base64

from tffix.plan.local.asked import Asked, base64_of
from tffix.plan.protocol import Object


def random_id(asked: Asked) -> Object:
    data = asked.bytes(asked.number("byte_length", 8))
    prefix = str(asked.config.get("prefix") or "")
    url = base64.urlsafe_b64encode(data).decode().rstrip("=")
    return {
        "hex": prefix + data.hex(),
        "dec": prefix + str(int.from_bytes(data, "big")),
        "b64_std": prefix + base64_of(data),
        "b64_url": prefix + url,
        "id": url,
    }


def random_bytes(asked: Asked) -> Object:
    data = asked.bytes(asked.number("length", 8))
    return {"hex": data.hex(), "base64": base64_of(data)}


def random_integer(asked: Asked) -> Object:
    low, high = asked.number("min", 0), asked.number("max", 9)
    result = low + int.from_bytes(asked.bytes(8), "big") % max(1, high - low + 1)
    return {"result": result, "id": str(result)}


def random_text(asked: Asked) -> Object:
    """`random_password` and `random_string`: lower-case letters, with as many characters as are wanted."""
    config = asked.config
    given = (config.get(name) for name in ("numeric", "number"))  # two names of the same
    has_numbers = next((one for one in given if isinstance(one, bool)), True)
    return {
        **dict.fromkeys(("lower", "upper", "special"), True),
        **dict.fromkeys(("min_lower", "min_upper", "min_numeric", "min_special"), 0),
        "number": has_numbers,
        "numeric": has_numbers,
        "result": asked.letters(asked.number("length", 16)),
        "bcrypt_hash": f"$2a$10${asked.letters(53)}",
    }


def random_pet(asked: Asked) -> Object:
    length, separator = asked.number("length", 2), asked.config.get("separator")
    separator = separator if isinstance(separator, str) else "-"
    letters = asked.letters(5 * max(1, length))
    words = [letters[at : at + 5] for at in range(0, len(letters), 5)]
    prefix = asked.config.get("prefix")
    return {
        "id": separator.join([prefix, *words] if isinstance(prefix, str) and prefix else words),
        "length": length,
        "separator": separator,
    }


def random_shuffle(asked: Asked) -> Object:
    """The elements in the order in which they are given, which is one of the orders that there are."""
    given = asked.config.get("input")
    if not isinstance(given, list) or not given:
        return {"result": []}
    count = asked.number("result_count", len(given))
    return {"result": [given[at % len(given)] for at in range(min(count, 10_000))]}


def random_uuid(asked: Asked) -> Object:
    result = asked.maker.uuid(("result",))
    return {"result": result, "id": result}
