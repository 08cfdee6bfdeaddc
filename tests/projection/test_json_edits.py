"""Edits of a `.tf.json` file through its view change what they concern, and nothing else."""

from collections.abc import Iterator
from random import Random

from hcl.random_edits import edit
from hypothesis import given, settings
from hypothesis import strategies as st

from tffix import Attribute
from tffix.hcl.json_text import Document, Node
from tffix.hcl.tree import File
from tffix.projection import Refused, read
from tffix.projection.json.viewing import ShownAttribute, ShownBlock, ShownBody, View

from .random_json import config, printed

SEEDS = st.integers(0, 2**32)


def document(seed: int) -> tuple[Random, bytes]:
    r = Random(seed)
    return r, printed(r, config(r)).encode()


def view(data: bytes) -> File:
    file = read(data, "main.tf.json")
    assert file is not None and file.projection is not None
    return file


def attributes(file: File) -> list[Attribute]:
    return [item for body in file.body.walk() for item in body.attributes]


def back(file: File) -> bytes:
    assert file.projection is not None
    return file.projection.put_back(file.text).data


@given(SEEDS)
@settings(max_examples=300, deadline=None)
def test_an_unchanged_view_gives_the_same_bytes(seed: int) -> None:
    _, data = document(seed)
    assert back(view(data)) == data


@given(SEEDS)
@settings(max_examples=300, deadline=None)
def test_an_edited_argument_changes_its_own_bytes_only(seed: int) -> None:
    r, data = document(seed)
    text, file = data.decode(), view(data)
    pairs = list(zip(attributes(file), values(View(Document(text)).body), strict=True))
    # The name of a required provider's source tells what its resources look like.
    pairs = [one for one in pairs if one[0].name not in ("aws", "required_version")]
    if not pairs:
        return
    attribute, value = r.choice(pairs)
    attribute.set('"a new value"')
    new = back(file).decode()
    assert new[: value.offset] == text[: value.offset]
    assert new.endswith(text[value.offset + len(value.text) :])
    assert '"a new value"' in new


def values(body: ShownBody) -> Iterator[Node]:
    """The values of all arguments in the order in which the view's bodies are walked."""
    for item in body.items:
        if isinstance(item, ShownAttribute):
            yield item.entry.value
    for item in body.items:
        if isinstance(item, ShownBlock):
            yield from values(item.body)


@given(SEEDS, st.integers(1, 4))
@settings(max_examples=300, deadline=None)
def test_any_edit_gives_what_the_view_says_or_is_refused(seed: int, count: int) -> None:
    r, data = document(seed)
    file = view(data)
    for _ in range(count):
        edit(r, file)
    try:
        new = back(file)
    except Refused:
        return
    if new:
        again = view(new)
        assert back(again) == new
        assert sorted(a.name for a in attributes(again)) == sorted(a.name for a in attributes(file))
