"""Version ranges: what they allow, and what they become."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tffix.cdktn.ranges import Target, allows, is_readable, translated
from tffix.cdktn.upgrade import make_upgrade

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
        ("==0", (0, 21), False),
        ("==0.*", (0, 21), True),
        ("!=0.21.*", (0, 21), False),
        ("!=0.21.0", (0, 21), True),
        ("!=2", (2, 0), True),
        (">0.21.3,<0.21.2", (0, 21), False),
        ("===0.21.0", (0, 21), True),
        ("==0.21.0rc1", (0, 21), True),
        (">=0.21.0rc1", (0, 21), True),
        ("<0.21.0rc1", (0, 21), False),
        (">=1!0.1", (21,), False),
        ("<1!0.1", (21,), True),
        ("^0.0.3", (0, 0, 4), False),
        ("^0", (0, 21), True),
        ("~0.20.1", (0, 20), True),
        ("~0.20.1", (0, 21), False),
        ("~1", (1, 9), True),
    ],
)
def test_what_a_range_allows(text, line, is_allowed):
    assert allows(text, line) is is_allowed


VERSIONS = [".".join(map(str, parts)) for width in (1, 2, 3) for parts in product(range(3), repeat=width)]
SAMPLE = [Version(".".join(map(str, parts))) for parts in product(range(4), repeat=4)]
CLAUSES = st.one_of(
    st.tuples(st.sampled_from(["==", "!=", "<=", ">=", "<", ">", "==="]), st.sampled_from(VERSIONS)),
    st.tuples(st.just("~="), st.sampled_from([one for one in VERSIONS if "." in one])),
    st.tuples(st.sampled_from(["==", "!="]), st.sampled_from([f"{one}.*" for one in VERSIONS])),
    st.tuples(st.sampled_from(["==", ">=", "<", ">"]), st.sampled_from(["1.0rc1", "1.2.0.dev1", "1!1.0"])),
).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(CLAUSES, min_size=1, max_size=3),
    st.sampled_from([(0,), (1,), (0, 1), (1, 2), (2, 0), (1, 1, 1)]),
)
def test_a_range_allows_what_packaging_allows_of_a_line(clauses, line):
    meaning = SpecifierSet(",".join(clauses))
    named = [Version(clause.lstrip("=!<>~").removesuffix(".*")) for clause in clauses]
    of_line = [one for one in (*SAMPLE, *named) if one.epoch == 0 and begins(one, line)]
    # `===` compares texts: `===1` allows "1" alone, not "1.0.0.0".
    of_line += [Version(text) for text in VERSIONS if begins(Version(text), line)]
    expected = any(meaning.contains(one, prereleases=True) for one in of_line)
    assert allows(", ".join(clauses), line) is expected


def begins(version, line):
    return (*version.release, 0, 0, 0)[: len(line)] == line


@pytest.mark.parametrize(
    ("poetry", "plain"),
    [
        ("^1.2", ">=1.2,<2"),
        ("^0.2.1", ">=0.2.1,<0.3"),
        ("^0.0.1", ">=0.0.1,<0.0.2"),
        ("^0.0", ">=0.0,<0.1"),
        ("~1", ">=1,<2"),
        ("~1.2", ">=1.2,<1.3"),
        ("~1.2.1", ">=1.2.1,<1.3"),
        ("1.2", "==1.2"),
        ("=1.2", "==1.2"),
        ("1.*", "==1.*"),
    ],
)
def test_ranges_of_poetry_are_those_of_pep_440(poetry, plain):
    meaning = SpecifierSet(plain)
    for line in product(range(4), repeat=3):
        allowed = [one for one in SAMPLE if one.release[:3] == line and meaning.contains(one)]
        assert allows(poetry, line) is bool(allowed)


@pytest.mark.parametrize(
    "text", ["!=0.21.0", "^0.20 || ^0.21", ">=0.21.0rc1", "latest", "==1!0.21", ">=0.21.*", "~=0", "==0.21+x"]
)
def test_what_is_not_understood_is_told(text):
    assert not is_readable(text)


def test_bindings_keep_the_major_version_of_their_provider_where_there_are_such():
    plan = make_upgrade({"cdktf-cdktf-provider-aws": ["~=21.0"]}, ["aws", "random"])
    assert plan.library == "0.22"
    assert plan.moves["aws"].keeps_provider_major
    assert plan.moves["aws"].new.major == 23
    assert plan.moves["random"].keeps_provider_major


def test_without_a_range_of_their_own_bindings_are_those_that_fit_the_library():
    plan = make_upgrade({"cdktf": ["~=0.20.0"], "cdktf-cdktf-provider-aws": [""]}, ["aws"])
    old = plan.moves["aws"].old
    assert old is not None
    assert (old.major, old.provider_major) == (19, "5")
    assert not plan.moves["aws"].keeps_provider_major


def test_a_provider_without_new_bindings_is_missing():
    assert make_upgrade({}, ["gitlab", "null"]).missing == ("gitlab",)
