"""Files of projects before and after; what holds a project back."""

from __future__ import annotations

import pytest

from tffix.cdktn import is_read, migrate
from tffix.rules.codemod import Rewriting


def migrated(**files: str) -> tuple[dict[str, str], Rewriting]:
    """The files afterwards; `_` in a name given here stands for a dot, `__` for a slash."""
    named = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()}
    done = migrate(named)
    after = {path: data.decode() for path, data in (named | done.files).items()}
    assert migrate({path: text.encode() for path, text in after.items()}).files == {}
    return after, done


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import cdktf\ncdktf.App()\n", "import cdktn\ncdktn.App()\n"),
        ("import cdktf as c\nc.App()\n", "import cdktn as c\nc.App()\n"),
        ("import os, cdktf\nos; cdktf\n", "import os, cdktn\nos; cdktn\n"),
        ("from cdktf import *\n", "from cdktn import *\n"),
        ("def f():\n\timport cdktf\n\treturn cdktf.Fn\n", "def f():\n\timport cdktn\n\treturn cdktn.Fn\n"),
        ("import cdktf\nx = lambda cdktf: cdktf\n", "import cdktn as cdktf\nx = lambda cdktf: cdktf\n"),
        (
            "import cdktf\n\n\nclass A:\n    cdktf = 1\n    b = cdktf\n",
            "import cdktn as cdktf\n\n\nclass A:\n    cdktf = 1\n    b = cdktf\n",
        ),
        ("import cdktf\na.cdktf = cdktf.App(cdktf=1)\n", "import cdktn\na.cdktf = cdktn.App(cdktf=1)\n"),
        ("import cdktf\ncdktn = 1\ncdktf.App\n", "import cdktn as cdktf\ncdktn = 1\ncdktf.App\n"),
        (
            "import cdktf\nx: 'cdktf.App'\nf(cdktf for cdktf in y)\n",
            "import cdktn as cdktf\nx: 'cdktf.App'\nf(cdktf for cdktf in y)\n",
        ),
        (
            "import cdktf_cdktf_provider_null.resource\ncdktf_cdktf_provider_null.resource.Resource\n",
            "import cdktn_provider_null.resource\ncdktn_provider_null.resource.Resource\n",
        ),
        (
            "import cdktf_cdktf_provider_google_beta as g, cdktf\ncdktf\n",
            "import cdktn_provider_google_beta as g, cdktn\ncdktn\n",
        ),
        ("import cdktf\r\ncdktf.App()", "import cdktn\r\ncdktn.App()"),
        ("import cdktf\nx: 'list[cdktf.App]'\n", "import cdktn\nx: 'list[cdktn.App]'\n"),
    ],
)
def test_imports_and_what_refers_to_them(before: str, after: str) -> None:
    files, done = migrated(main_py=before)
    assert files["main.py"] == after
    assert not done.held


@pytest.mark.parametrize(
    "text",
    [
        "from .cdktf import App\n",
        "import my_cdktf_helper\n",
        "from my.cdktf import App\n",
        "'import cdktf'\n",
        "# import cdktf\n",
        'x = """\nimport cdktf_helpers\n"""\n',
    ],
)
def test_what_is_not_the_package_is_left_alone(text: str) -> None:
    files, done = migrated(main_py=text, README_md="cdktf deploy\n")
    assert files["main.py"] == text
    assert (done.edits, done.notes) == ([], [])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("main_py", "from cdktf import\n", "this is not Python"),
        ("main_py", "# coding: nonsense\nimport cdktf\n", "cannot be read"),
        ("requirements_txt", "cdktf @ git+https://example.com/cdktf\n", "not an index"),
        ("requirements_txt", "cdktf!=0.20.1\n", "cannot be translated"),
        ("requirements_txt", "cdktf-cdk8s==0.11\n", "made for cdktf"),
        ("setup_py", "setup(install_requires=[)\n# cdktf", "cannot be parsed"),
        ("cdktf_py", "App = None\n", "has the name of the package"),
        (
            "other_py",
            "import cdktf_cdktf_provider_aws\ncdktf_cdktf_provider_aws = cdktf_cdktf_provider_aws.vpc\n"
            "import cdktf_cdktf_provider_aws.vpc\n",
            "also means something else",
        ),
        ("other_py", "from cdktf_cdktf_provider_aws import AwsProvider\n", "no module 'AwsProvider'"),
    ],
)
def test_what_holds_a_project_back(name: str, text: str, message: str) -> None:
    files = {"app_py": "from cdktf import App\n", name: text}
    _, done = migrated(**files)
    assert done.files == {}
    assert "app.py" in done.held
    assert any(message in note.message for note in done.notes if note.holds)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("main.py", b"import cdktf\n\x0cdef f(): pass\n", "would lose"),
        ("main.py", b"import cdktf\rcdktf.App()\r", "would lose"),
        ("requirements.txt", "cdktf==0.20.8\n".encode("utf-16"), "not UTF-8"),
    ],
)
def test_bytes_that_could_be_lost_hold_a_project_back(name: str, data: bytes, message: str) -> None:
    done = migrate({"app.py": b"from cdktf import App\n", name: data})
    assert done.files == {}
    assert any(message in note.message for note in done.notes if note.holds)


@pytest.mark.parametrize(
    "line", ["cdktf " + "--a " * 5000, "pip install " * 5000, "pip add " * 500 + "cdktf"]
)
def test_long_lines_take_no_time(line: str) -> None:
    _, done = migrated(main_py="import cdktf\n", README_md=f"{line}\ncdktf deploy\n")
    assert done.notes[-1].line == 2


def test_a_byte_order_mark_stays() -> None:
    files = {"main.py": "import cdktf\n", "requirements.txt": "cdktf==0.20.8\n", "setup.py": "import cdktf\n"}
    done = migrate({name: text.encode("utf-8-sig") for name, text in files.items()})
    assert {name: data[:3] for name, data in done.files.items()} == dict.fromkeys(files, b"\xef\xbb\xbf")
    assert b"cdktf" not in b"".join(done.files.values())


def test_projects_without_a_common_requirement_are_migrated_one_by_one() -> None:
    bad = {"a__cdktf_json": "{}", "a__main_py": "import cdktf_cdktf_provider_gitlab\n"}
    good = {"b__cdktf_json": "{}", "b__main_py": "import cdktf\n"}
    _, done = migrated(**bad, **good)
    assert set(done.files) == {"b/main.py"}
    _, done = migrated(**bad, **good, requirements_txt="cdktf\n")
    assert done.files == {}


def test_a_project_on_the_new_packages_is_told_of_what_is_left() -> None:
    _, done = migrated(main_py="from cdktn import App\n", Makefile="all:\n\tcdktf deploy\n")
    assert [note.path for note in done.notes] == ["Makefile"]


def test_a_package_that_is_pinned_to_a_version_that_does_not_fit_is_moved_too() -> None:
    text = "cdktf==0.21.0\ncdktf-cdktf-provider-aws==21.22.1\njsii==1.111.0\ntypeguard~=4.0\n"
    files, done = migrated(requirements_txt=text)
    assert "jsii==1.126.0\n" in files["requirements.txt"]
    assert any("typeguard" in note.message for note in done.notes)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("import os, cdktf_cdktf_provider_gitlab.project, cdktf\n", "gitlab"),
        ("import cdktf, cdktf_cdktf_provider_okta as okta\n", "okta"),
        ("if True: from cdktf_cdktf_provider_consul import key\n", "consul"),
    ],
)
def test_providers_are_seen_in_all_imports(text: str, missing: str) -> None:
    _, done = migrated(main_py=text)
    assert any(f"'{missing}'" in note.message for note in done.notes if note.holds)


def test_which_files_are_read() -> None:
    read = ["a/main.py", "requirements-dev.txt", "requirements/base.in", ".github/workflows/a.yml"]
    assert all(is_read(path) for path in [*read, "Dockerfile", "Pipfile.lock"])
    assert not any(is_read(path) for path in ["main.tf", "a.yml", "notes.txt", "package-lock.json"])
