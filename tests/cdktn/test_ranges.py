"""Version ranges: what they allow, and what they become."""

import pytest

from tffix.cdktn.plan import make_plan
from tffix.cdktn.ranges import Target, allows, is_readable, translated

LIBRARY = Target((0, 22), "0.22.0", "0.22.1")
BINDINGS = Target((23,), "23.0.0", "23.0.0")
LIMITED = Target((17,), "17.0.0", "17.0.0", 19)


@pytest.mark.parametrize(
    ("old", "target", "new"),
    [
        ("", LIBRARY, ""),
        ("*", LIBRARY, "*"),
        ("==0.21.0", LIBRARY, "==0.22.1"),
        ("===0.21.0", LIBRARY, "===0.22.1"),
        ("== 0.21.*", LIBRARY, "== 0.22.*"),
        ("~=0.21", LIBRARY, "~=0.22"),
        ("~=0.21.0", LIBRARY, "~=0.22.0"),
        (">0.19", LIBRARY, ">=0.22"),
        (">=0.15.0, <1.0", LIBRARY, ">=0.22.0, <1.0"),
        ("<=0.21.0", LIBRARY, "<0.23.0"),
        ("^0.21.0", LIBRARY, "^0.22.0"),
        ("21.22.1", BINDINGS, "23.0.0"),
        ("==21.*", BINDINGS, "==23.*"),
        ("~=21.22.1", BINDINGS, "~=23.0.0"),
        (">=20,<22", BINDINGS, ">=23,<24"),
        (">= 21.0", BINDINGS, ">= 23.0"),
        ("", LIMITED, ">=17.0.0,<19"),
        ("*", LIMITED, ">=17.0.0,<19"),
        (">=16.0", LIMITED, ">=17.0,<19"),
        ("~=16.0", LIMITED, "~=17.0"),
        (">=15,<40", LIMITED, ">=17,<40,<19"),
    ],
)
def test_a_range_keeps_its_form_and_is_the_same_the_second_time_only_by_its_package(old, target, new):
    assert translated(old, target) == new
    assert is_readable(old)


@pytest.mark.parametrize(
    ("text", "line", "is_allowed"),
    [
        ("~=0.20", (0, 21), True),
        ("~=0.20.1", (0, 21), False),
        ("^0.20.1", (0, 20), True),
        ("^0.20.1", (0, 21), False),
        ("^21", (21,), True),
        ("<22", (22,), False),
        ("<22.5", (22,), True),
        (">=19,<21", (21,), False),
        ("==19.65.1", (19,), True),
        ("", (3,), True),
    ],
)
def test_what_a_range_allows(text, line, is_allowed):
    assert allows(text, line) is is_allowed


@pytest.mark.parametrize("text", ["!=0.21.0", "^0.20 || ^0.21", ">=0.21.0rc1", "latest"])
def test_what_is_not_understood_is_told(text):
    assert not is_readable(text)


def test_bindings_keep_the_major_version_of_their_provider_where_there_are_such():
    plan = make_plan({"cdktf-cdktf-provider-aws": ["~=21.0"]}, ["aws", "random"])
    assert plan.library == "0.22"
    assert plan.moves["aws"].keeps_provider_major
    assert plan.moves["aws"].new.major == 23
    assert plan.moves["random"].keeps_provider_major


def test_without_a_range_of_their_own_bindings_are_those_that_fit_the_library():
    plan = make_plan({"cdktf": ["~=0.20.0"], "cdktf-cdktf-provider-aws": [""]}, ["aws"])
    old = plan.moves["aws"].old
    assert old is not None
    assert (old.major, old.provider_major) == (19, "5")
    assert not plan.moves["aws"].keeps_provider_major


def test_a_provider_without_new_bindings_is_missing():
    assert make_plan({}, ["gitlab", "null"]).missing == ("gitlab",)
