"""Edits of TOML files: what is edited, and that nothing else is."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tffix.cdktn import migrate

OLD = {"lib": "cdktf", "aws": "cdktf-cdktf-provider-random", "least": "0.21.0"}
NEW = {"lib": "cdktn", "aws": "cdktn-provider-random", "least": "0.22.0"}
SPACES = st.sampled_from(["", " ", "\t", "   "])
COMMENTS = st.sampled_from(["", " # cdktf stays here", '\t#\u00e9 = "cdktf"', "#[cdktf]"])
LINES = [
    """[tool.poetry.dependencies]{c}
{s}{lib}{s}={s}"^{least}"{s}{c}
python{s}={s}">=3.9"{c}""",
    """[tool.poetry.dependencies]
"{lib}"{s}={s}{{{s}version{s}={s}'^{least}'{s},{s}optional{s}={s}true{s}}}{c}""",
    """[tool.poetry.dependencies]
{lib}.version{s}={s}"^{least}"{c}""",
    """[tool.poetry.dependencies.{lib}]{c}
{s}version{s}={s}"^{least}"{c}
extras = []""",
    """[project]{c}
name{s}={s}"cdktf"{c}
dependencies{s}={s}[{c}
{s}"{lib}{s}~={s}{least}"{s},{c}
{s}'other{s}=={s}1.0',{c}
]{c}
description = \"\"\"
cdktf{c}
\"\"\"""",
    """[project.optional-dependencies]
{s}x{s}={s}[{s}"{lib}>={least},<2"{s}]{c}""",
    """[[tool.poetry.source]]{c}
name{s}={s}"cdktf"
[tool.poetry.dev-dependencies]
{lib}{s}={s}"~{least}"{c}
[tool.other]{c}
when{s}={s}2020-01-01T00:00:00Z{c}
size{s}={s}[1_000,{s}0x1F,{s}1e3,{s}nan]{c}""",
]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(LINES),
    SPACES,
    COMMENTS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", codecs.BOM_UTF8]),
    st.sampled_from(["", "\n", "\n\n\t\n"]),
)
def test_the_bytes_outside_of_an_edit_stay(lines, space, comment, newline, mark, end):
    def file(words):
        text = lines.format(s=space, c=comment, **words) + end
        return mark + text.replace("\n", newline).encode()

    done = migrate({"pyproject.toml": file(OLD), "app.py": b"import cdktf\n"})
    assert [note.message for note in done.notes] == []
    assert done.files["pyproject.toml"] == file(NEW)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('[project]\ndependencies = ["cdktf",\n', (3, 1), "cannot be parsed as TOML: Invalid value"),
        (
            '[project]\nname = x"\n[packages]\ncdktf = "*"\n',
            (2, 8),
            "cannot be parsed as TOML: Invalid value",
        ),
        (
            '[tool.poetry.dependencies]\ncdktf = "^0.20"\ncdktn = "^0.22"\n',
            (1, 1),
            "cannot be replaced here without changing something else",
        ),
        (
            '[tool.poetry.dependencies]\ncdktf.version = "^0.20"\ncdktf.optional = true\n',
            (1, 1),
            "cannot be replaced here without changing something else",
        ),
    ],
)
def test_a_file_that_would_not_be_toml_before_or_after_holds_its_project_back(text, place, message):
    done = migrate({"pyproject.toml": text.encode(), "app.py": b"import cdktf\n"})
    (note,) = (one for one in done.notes if one.path == "pyproject.toml")
    assert (note.line, note.column) == place
    assert message in note.message
    assert note.holds
    assert done.files == {}
