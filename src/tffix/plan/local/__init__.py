"""What providers give that ask nobody: they compute on the machine, so that it can be worked out here.

Each function gives attributes; what is not among them is made up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tffix.plan.local.asked import Asked
from tffix.plan.local.files import archive, local_file
from tffix.plan.local.keys import certificate, private_key, public_key
from tffix.plan.local.random_values import (
    random_bytes,
    random_id,
    random_integer,
    random_pet,
    random_shuffle,
    random_text,
    random_uuid,
)
from tffix.plan.local.times import time_offset, time_rotating, time_static
from tffix.plan.protocol import Object


def http(asked: Asked) -> Object:
    """`http`: the answer of a server that has what is asked for; its body is made up by how it is used."""
    return {"status_code": 200, "response_headers": {"Content-Type": "application/json"}}


ANSWERS: Final[dict[str, Callable[[Asked], Object]]] = {
    "archive_file": archive,
    "http": http,
    "local_file": local_file,
    "local_sensitive_file": local_file,
    "random_bytes": random_bytes,
    "random_id": random_id,
    "random_integer": random_integer,
    "random_password": random_text,
    "random_pet": random_pet,
    "random_shuffle": random_shuffle,
    "random_string": random_text,
    "random_uuid": random_uuid,
    "random_uuid4": random_uuid,
    "random_uuid7": random_uuid,
    "time_offset": time_offset,
    "time_rotating": time_rotating,
    "time_static": time_static,
    "tls_locally_signed_cert": certificate,
    "tls_private_key": private_key,
    "tls_public_key": public_key,
    "tls_self_signed_cert": certificate,
}

__all__ = ["ANSWERS", "Asked"]
