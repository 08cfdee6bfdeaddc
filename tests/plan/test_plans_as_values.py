"""Plans as values: actions, one line, what is announced, what is masked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tffix.plan import Plan, summary
from tffix.plan.masking import MASK, masked
from tffix.plan.proving import Announcement, Impact, unannounced

ROOT, CHILD = Path("/m"), Path("/m/child")


def change(address: str, *actions: str, before: Any = None, after: Any = None, **more: Any) -> dict[str, Any]:
    type_ = address.split(".")[-2]
    inner = {"actions": list(actions), "before": before, "after": after, **more.pop("change", {})}
    return {"address": address, "type": type_, "mode": "managed", "change": inner, **more}


def plan(*changes: dict[str, Any]) -> Plan:
    return Plan(ROOT, {"resource_changes": list(changes)}, (), {"": ROOT, "child": CHILD})


NAMED = {"before": {"name": "a", "arn": "x"}, "after": {"name": "b", "arn": "x"}}
NEW_NAME = change("aws_iam_role.r", "delete", "create", **NAMED, change={"replace_paths": [["name"]]})
NEW_TAGS = change("aws_iam_role.r", "update", before={"tags": {}}, after={"tags": {"a": "b"}})


def test_actions_say_what_changes() -> None:
    found = plan(
        change("aws_vpc.v", "no-op"),
        change("random_id.s", "create", after={}),
        NEW_NAME,
        change("aws_vpc.w", "update", before={"tags": 1}, after={"tags": 2}),
        change("acme_x.y", "update", before={"b": 1}, after={"b": 2}),
        change("aws_vpc.n", "no-op", previous_address="aws_vpc.o"),
    )
    assert [str(one) for one in found.actions] == [
        "update or replace acme_x.y (b)",
        "replace aws_iam_role.r (name)",
        "move aws_vpc.o to aws_vpc.n",
        "update aws_vpc.w (tags)",
        "add random_id.s",
    ]
    assert summary(found) == (
        "1 to add (random_id.s), 1 to replace (aws_iam_role.r: name), 1 to change (aws_vpc.w: tags), "
        "1 to update or replace (acme_x.y: b), 1 to move (aws_vpc.n), 0 to destroy"
    )


def test_a_move_alone_changes_nothing() -> None:
    assert plan(change("aws_vpc.n", "no-op", previous_address="aws_vpc.o")).is_empty
    assert not plan(NEW_TAGS).is_empty


def test_what_is_inside_a_block_counts_by_its_path() -> None:
    def with_size(size: int) -> dict[str, Any]:
        return {"ephemeral_storage": [{"size": size}]}

    function = change("aws_lambda_function.f", "update", before=with_size(1), after=with_size(2))
    assert [str(one) for one in plan(function).actions] == [
        "update aws_lambda_function.f (ephemeral_storage)"
    ]


@pytest.mark.parametrize(
    ("impact", "address", "changes", "strange"),
    [
        ("none", "aws_iam_role.r", [], []),
        ("none", "aws_iam_role.r", [change("random_id.s", "create")], []),
        ("none", "aws_iam_role.r", [change("aws_vpc.v", "create")], ["add aws_vpc.v"]),
        ("none", "aws_iam_role.r", [NEW_TAGS], ["update aws_iam_role.r (tags)"]),
        ("update", "aws_iam_role.r", [NEW_TAGS], []),
        ("update", "aws_iam_role.other", [NEW_TAGS], ["update aws_iam_role.r (tags)"]),
        ("update", "local.tags", [NEW_TAGS], []),
        ("update", "aws_iam_role.r", [NEW_NAME], ["replace aws_iam_role.r (name)"]),
        ("create", "aws_iam_role.r", [change("aws_vpc.v", "create")], []),
        ("create", "aws_iam_role.r", [NEW_TAGS], ["update aws_iam_role.r (tags)"]),
        ("create", "aws_vpc.v", [change("aws_vpc.v", "delete")], ["destroy aws_vpc.v"]),
        ("replace", "aws_iam_role.r", [NEW_NAME], []),
        (
            "replace",
            "aws_iam_role.r",
            [change("aws_iam_role.r", "delete"), change("aws_iam_role.q", "create")],
            [],
        ),
        ("none", "aws_vpc.o", [change("aws_vpc.n", "no-op", previous_address="aws_vpc.o")], []),
    ],
)
def test_what_a_finding_announces(
    impact: Impact, address: str, changes: list[dict[str, Any]], strange: list[str]
) -> None:
    found = unannounced(plan(*changes), [Announcement(ROOT, address, impact)])
    assert [str(one) for one in found] == strange


def test_what_needs_a_replaced_object_follows_it() -> None:
    follower = change(
        "aws_iam_role_policy.p",
        "update",
        before={"role": "a"},
        after={},
        change={"after_unknown": {"role": True}},
    )
    fixes = [Announcement(ROOT, "aws_iam_role.r", "replace")]
    assert unannounced(plan(NEW_NAME, follower), fixes) == []
    assert len(unannounced(plan(follower), [Announcement(ROOT, "aws_iam_role.r", "none")])) == 1


def test_a_finding_may_name_an_object_by_the_address_it_had() -> None:
    moved = NEW_TAGS | {"address": "aws_iam_role.new", "previous_address": "aws_iam_role.r"}
    assert unannounced(plan(moved), [Announcement(ROOT, "aws_iam_role.r", "update")]) == []


def test_inputs_of_a_module_elsewhere_that_are_not_known_follow() -> None:
    address = "module.eks.tffixplan_module.inputs"
    inputs = change(
        address,
        "update",
        before={"inputs": {"groups": {"policy": "a"}, "name": "n"}},
        after={"inputs": {"groups": {}, "name": "n"}},
        change={"after_unknown": {"inputs": {"groups": {"policy": True}}}},
    )
    inputs["type"] = "tffixplan_module"
    (action,) = plan(inputs).actions
    assert (action.address, action.attributes, action.unknown) == (
        "module.eks",
        ("groups",),
        frozenset(("groups",)),
    )
    assert unannounced(plan(NEW_NAME, inputs), [Announcement(ROOT, "aws_iam_role.r", "replace")]) == []


def test_an_address_is_looked_for_in_the_module_of_its_directory() -> None:
    inside = NEW_TAGS | {"address": 'module.child["a"].aws_iam_role.r[0]'}
    assert unannounced(plan(inside), [Announcement(CHILD, "aws_iam_role.r", "update")]) == []
    assert len(unannounced(plan(inside), [Announcement(ROOT, "aws_iam_role.r", "update")])) == 1
    assert unannounced(plan(inside), [Announcement(ROOT, "var.tags", "update")]) == []


def test_what_is_sensitive_is_masked() -> None:
    document = {
        "variables": {"token": {"value": "s"}, "name": {"value": "n"}},
        "resource_changes": [
            {
                "change": {
                    "after": {"a": "s", "b": ["s", "n"]},
                    "after_sensitive": {"a": True, "b": [True, False]},
                }
            }
        ],
        "planned_values": {
            "outputs": {"o": {"sensitive": True, "value": "s"}},
            "root_module": {"resources": [{"values": {"password": "s", "x": "n"}, "sensitive_values": {}}]},
        },
        "configuration": {
            "root_module": {
                "variables": {"token": {"sensitive": True, "default": "s"}},
                "resources": [{"expressions": {"password": {"constant_value": "s"}}}],
            }
        },
    }
    found = masked(document)
    assert '"s"' not in str(found).replace("'", '"')
    assert found["variables"] == {"token": {"value": MASK}, "name": {"value": "n"}}
    assert found["resource_changes"][0]["change"]["after"] == {"a": MASK, "b": [MASK, "n"]}
