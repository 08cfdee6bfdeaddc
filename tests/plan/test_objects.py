"""What a provider does with an object of a known schema."""

from __future__ import annotations

from typing import Any

import pytest

from tffix.plan.fitting import fitted
from tffix.plan.objects import changed, filled, is_same, planned
from tffix.validate.wire import UNKNOWN

THING: dict[str, Any] = {
    "attributes": {
        "id": {"type": "string", "computed": True},
        "name": {"type": "string", "required": True},
        "zone": {"type": "string", "optional": True, "computed": True},
        "secret": {"type": "string", "optional": True, "write_only": True},
        "size": {"type": "number", "optional": True},
        "options": {
            "optional": True,
            "nested_type": {
                "nesting_mode": "map",
                "attributes": {
                    "mode": {"type": "string", "optional": True},
                    "arn": {"type": "string", "computed": True},
                },
            },
        },
    },
    "block_types": {
        "disk": {
            "nesting_mode": "set",
            "block": {
                "attributes": {
                    "path": {"type": "string", "required": True},
                    "serial": {"type": "string", "computed": True},
                }
            },
        }
    },
}
EMPTY: dict[str, Any] = {
    "id": None,
    "name": None,
    "zone": None,
    "secret": None,
    "size": None,
    "options": None,
    "disk": [],
}


def thing(**values: Any) -> dict[str, Any]:
    return EMPTY | values


def fill(type_: Any, path: tuple[str | int, ...]) -> str:
    return "/".join(map(str, path))


def test_what_the_provider_sets_is_unknown_in_a_new_object_at_any_depth() -> None:
    proposed = thing(
        name="a", options={"x": {"mode": "m", "arn": None}}, disk=[{"path": "/", "serial": None}]
    )
    assert planned(THING, None, proposed) == thing(
        id=UNKNOWN,
        name="a",
        zone=UNKNOWN,
        options={"x": {"mode": "m", "arn": UNKNOWN}},
        disk=[{"path": "/", "serial": UNKNOWN}],
    )


def test_an_object_that_is_there_keeps_what_the_provider_has_set() -> None:
    prior = thing(id="i", name="a", zone="z", disk=[{"path": "/", "serial": "s"}])
    proposed = thing(
        id="i", name="b", zone="z", disk=[{"path": "/", "serial": None}, {"path": "/x", "serial": None}]
    )
    assert planned(THING, prior, proposed) == thing(
        id="i", name="b", zone="z", disk=[{"path": "/", "serial": "s"}, {"path": "/x", "serial": UNKNOWN}]
    )


def test_a_write_only_argument_is_never_kept() -> None:
    assert planned(THING, None, thing(name="a", secret="s"))["secret"] is None


def test_unknown_values_are_filled_wherever_they_are() -> None:
    given = thing(
        id=UNKNOWN, options={"x": {"mode": UNKNOWN, "arn": "a"}}, disk=[{"path": "/", "serial": UNKNOWN}]
    )
    found = filled(THING, given, fill)
    assert found == thing(
        id="id",
        options={"x": {"mode": "options/x/mode", "arn": "a"}},
        disk=[{"path": "/", "serial": "disk/0/serial"}],
    )


def test_what_a_data_source_finds_is_filled_too() -> None:
    found = filled(THING, thing(name="a"), fill, computed=True)
    assert (found["id"], found["zone"], found["size"]) == ("id", "zone", None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, ""),
        (False, None),
        (None, 0),
        ([], None),
        ([b'["list","string"]', ["a"]], [b'["tuple",["string"]]', ["a"]]),
        (None, {}),
        ('{"Statement": [{"Action": ["b", "a"]}]}', '{ "Statement": {"Action": ["a", "b"]} }'),
    ],
)
def test_providers_take_these_for_the_same(old: Any, new: Any) -> None:
    assert is_same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, "a"),
        (None, True),
        ("a", "b"),
        (1, True),
        (UNKNOWN, UNKNOWN),
        ("{}", "[]"),
        ('{"a": 1}', '{"a": 2}'),
    ],
)
def test_providers_take_these_for_different(old: Any, new: Any) -> None:
    assert not is_same(old, new)


def test_what_differs_is_told_by_its_path() -> None:
    old = thing(name="a", size=1, disk=[{"path": "/", "serial": "s"}])
    new = thing(name="b", size=1, disk=[{"path": "/x", "serial": "s"}])
    assert list(changed(THING, old, new)) == ["name", "disk.path"]
    assert list(changed(THING, old, thing(name="a", size=1))) == ["disk"]


def test_an_object_of_another_schema_is_brought_into_shape() -> None:
    stored = {"name": 5, "size": "7", "gone": 1, "disk": {"path": "/", "colour": "red"}, "zone": ["z"]}
    assert fitted(THING, stored) == thing(name="5", size=7, disk=[{"path": "/", "serial": None}])
