"""What can be read of a JSON file that Terraform rejects."""

from __future__ import annotations

import pytest

from tffix.hcl import HclSyntaxError
from tffix.hcl.tree import Block
from tffix.projection import read, read_leniently

KEPT = '"module": {"m": {"source": "./m"}}'


@pytest.mark.parametrize(
    "wrong",
    [
        '"resource": {"t": {"n": 1}}',
        '"resource": 1',
        '"locals": {"not a name": 1}',
        '"locals": {"a": 1, "a": 2}',
        '"locals": {"a": {"b": 1, "b": 2}}',
        '"locals": {"a": "${1 +}"}',
        '"locals": {"a": {"${1 +}": 2}}',
    ],
)
def test_what_is_wrong_in_json_is_left_out(wrong: str) -> None:
    data = f"{{{wrong}, {KEPT}}}".encode()
    with pytest.raises(HclSyntaxError):
        read(data, "main.tf.json")
    file = read_leniently(data, "main.tf.json")
    assert file
    assert file.projection
    assert file.projection.data == data
    (call,) = file.blocks("module")
    source = call.get("source")
    assert source
    assert source.string == "./m"


def test_a_root_that_is_no_object_has_nothing() -> None:
    file = read_leniently(b"[1]", "main.tf.json")
    assert file
    assert not [one for one in file.body.items if isinstance(one, Block)]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000])
def test_of_what_is_not_json_nothing_is_read(data: bytes) -> None:
    assert read_leniently(data, "main.tf.json") is None
