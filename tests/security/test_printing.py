"""What is printed acts on no terminal, no log and no reader, and is a document where a program reads it."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tffix.report.shown import quoted, shown

from .conftest import Run

EVIL = "x\n::warning file=app.js::y\r\x1b[31m\u202e##[error]z\u2028\u200b"
ROLE = 'resource "aws_iam_role" "a" {\n  name = "plain"\n}\n'
NAMES = ("--select", "aws-iam-name-not-unique")
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def hcl(text: str) -> str:
    """A text as a string of HCL."""
    return json.dumps(text)


def assert_tame(output: bytes) -> None:
    text = output.decode("utf-8")
    assert not ACTIVE.search(text), text
    assert "##[" not in text
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]


@given(st.text())
def test_what_is_shown_is_one_line_that_does_nothing(text: str) -> None:
    line = shown(text)
    assert line.splitlines() in ([], [line])
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert "##vso[" not in line
    line.encode("utf-8")


@given(st.text(st.characters(categories=("L", "Nd", "P", "Zs"), max_codepoint=0xFFF)))
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    if not text.lstrip().startswith("::") and "##" not in text and "\xad" not in text:
        assert shown(text) == text


def test_paths_are_quoted_as_git_does() -> None:
    assert quoted('a"b\\c\td\n\udcff\u202e') == '"a\\"b\\\\c\\td\\n\\377\\342\\200\\256"'
    assert quoted("größe.tf") == "größe.tf"


@pytest.mark.parametrize("command", ["check", "apply", "validate"])
def test_values_and_names_in_the_text_of_a_report(tffix: Run, tmp_path: Path, command: str) -> None:
    name = hcl(EVIL).replace("\\u2028", "\u2028")
    blocks = [
        f'resource "aws_iam_role" "a" {{\n  name = {name}\n}}\n',
        f'resource "aws_db_instance" "d" {{\n  instance_class = {name}\n  engine = {name}\n}}\n',
        f'output "o" {{\n  value = aws_iam_role.a[{name}].nope\n}}\n',
        f'data "aws_iam_policy" "p" {{\n  name = {name}\n}}\n',
        f'module "m" {{\n  source = {name}\n}}\n',
    ]
    (tmp_path / "main.tf").write_text("\n".join(blocks))
    arguments = () if command == "validate" else ("--profile", "all")
    ran = tffix(command, *arguments)
    assert ran.returncode in (1, 2)
    assert b"Traceback" not in ran.stderr
    assert_tame(ran.stdout)
    assert_tame(ran.stderr)


@pytest.mark.parametrize("name", [EVIL.replace("/", "") + ".tf", "::error::x.tf", "\x1b]0;x\x07.tf"])
def test_paths_in_the_text_of_a_report(tffix: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ROLE)
    (tmp_path / f"y{name}").write_text("resource {{{")
    for arguments in (("check",), ("apply",), ("check", f"./{name}x"), ("check", "--config", name)):
        ran = tffix(*arguments)
        assert_tame(ran.stdout)
        assert_tame(ran.stderr)


def test_what_a_rule_that_does_not_exist_is_called(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(ROLE)
    for arguments in (("check", "--select", EVIL), (f"--{EVIL}",), (EVIL,), ("explain", EVIL)):
        ran = tffix(*arguments)
        assert ran.returncode == 2
        assert_tame(ran.stderr)


FAILURES = {
    "usage": (["check", "--nonsense"], {}),
    "a value that is none": (["check", "--jobs", "x"], {}),
    "a command that is none": (["chekc"], {}),
    "no such path": (["check", "nowhere"], {}),
    "no files": (["diff"], {}),
    "an unknown rule": (["apply", "--select", "x"], {"main.tf": ROLE}),
    "configuration": (["check"], {"main.tf": ROLE, "tffix.toml": "selct = 1"}),
    "no configuration": (["check", "--config", "x.toml"], {"main.tf": ROLE}),
    "a script": (["check", "--script", "s.py"], {"main.tf": ROLE, "s.py": "raise OSError('x')"}),
    "a syntax error": (["check"], {"main.tf": "resource {{"}),
    "state": (["check", "--state", "s.json"], {"main.tf": ROLE, "s.json": "[]"}),
}


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("case", FAILURES)
def test_there_is_a_document_in_every_case(tffix: Run, tmp_path: Path, case: str, form: str) -> None:
    arguments, files = FAILURES[case]
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    ran = tffix(*arguments, f"--output={form}")
    assert ran.returncode == 2
    document = json.loads(ran.stdout)
    if form == "json":
        assert document["errors"][0]["message"]
        return
    run = document["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] or run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_an_internal_error_is_in_the_document(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(ROLE)
    (tmp_path / "site").mkdir()
    program = ["import tffix.engine.running as e", "def fail(*_, **__):", "    raise KeyError('inside')"]
    program.append("e.find_modules = fail")
    (tmp_path / "site" / "sitecustomize.py").write_text("\n".join(program))
    ran = tffix("check", "--output", "json", PYTHONPATH=str(tmp_path / "site"))
    assert ran.returncode == 2
    assert "internal error: KeyError" in json.loads(ran.stdout)["errors"][0]["message"]
    assert ran.stderr.count(b"\n") == 1
    ran = tffix("check", "--output", "json", "--debug", PYTHONPATH=str(tmp_path / "site"))
    assert ran.returncode == 2
    assert json.loads(ran.stdout)["errors"]
    assert b"Traceback" in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_names_that_are_no_utf8(tffix: Run, tmp_path: Path, form: str) -> None:
    for name, text in ((b"caf\xe9.tf", ROLE), (b"\xff.tf", "resource {{")):
        (tmp_path / os.fsdecode(name)).write_text(text)
    for command in ("check", "diff"):
        ran = tffix(command, "--output", form)
        assert ran.returncode == 2
        assert b"Traceback" not in ran.stderr
        if form in ("json", "sarif"):
            assert b"\\ud" not in ran.stdout
            json.loads(ran.stdout)
        if form == "sarif":
            assert b"caf%E9.tf" in ran.stdout
        elif command == "check":
            assert b"caf\\351.tf" in ran.stdout.replace(b"\\\\", b"\\") or form == "github"
    ran = tffix("apply", "--output", form)
    assert b"Traceback" not in ran.stderr
    assert "random" in (tmp_path / os.fsdecode(b"caf\xe9.tf")).read_text()


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}])
def test_terminals_for_ascii(tffix: Run, tmp_path: Path, variables: dict[str, str]) -> None:
    (tmp_path / "größe.tf").write_text(ROLE.replace('"a"', '"größe"'))
    for command in ("check", "diff", "rules", "apply"):
        ran = tffix(command, **variables)
        assert ran.returncode in (0, 1)
        assert b"Traceback" not in ran.stderr
    assert "random" in (tmp_path / "größe.tf").read_text()


@pytest.mark.parametrize("shell", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams(tffix: Run, tmp_path: Path, shell: str) -> None:
    path = tmp_path / "main.tf"
    path.write_text(ROLE)
    for command, code in (("check", 1), ("diff", 1), ("apply", 0), ("rules", 0), ("--version", 0)):
        ran = tffix(command, *(NAMES if code or command == "apply" else ()), shell=shell)
        assert (command, ran.returncode) == (command, code)
        assert b"Traceback" not in ran.stderr
    assert path.read_text().startswith("resource")
    assert "random" in path.read_text()
    path.write_text("resource {{")
    assert tffix("check", shell=shell).returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_report_that_cannot_be_written_hides_nothing(tffix: Run, tmp_path: Path) -> None:
    path = tmp_path / "main.tf"
    path.write_text(ROLE)
    ran = tffix("apply", *NAMES, shell="> /dev/full")
    assert ran.returncode == 2
    assert "random" in path.read_text()
    assert ran.stderr.decode().splitlines() == [
        "written: main.tf",
        "tffix: the report cannot be written: No space left on device",
    ]
    assert tffix("check", *NAMES, shell="2> /dev/full").returncode == 0
    ran = tffix("check", "--output", "json", shell="> /dev/full")
    assert (ran.returncode, b"Traceback" in ran.stderr) == (2, False)


def test_a_reader_that_leaves_hides_nothing(tffix: Run, tmp_path: Path) -> None:
    for number in range(800):
        (tmp_path / f"{number:04}").mkdir()
        (tmp_path / f"{number:04}" / "main.tf").write_text(ROLE)
    ran = tffix("apply", *NAMES, "--jobs", "1", shell="| head -1")
    assert ran.returncode == 141
    assert b"Traceback" not in ran.stderr
    assert b"written: 0000/main.tf, 0001/main.tf" in ran.stderr
    assert "random" in (tmp_path / "0799" / "main.tf").read_text()
    for shell in ("2>&1 | head -1", "2> >(head -1 >&2)"):
        ran = tffix("check", shell=shell)
        assert b"Traceback" not in ran.stdout + ran.stderr


def test_diffs_for_people_do_nothing_and_diffs_for_programs_are_exact(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_bytes(f"# \x1b[31m \u202e caf\n{ROLE}".encode())
    assert b"\x1b[31m \xe2\x80\xae caf" in tffix("diff").stdout
    ran = tffix("diff", "--color")
    assert rb" # \033[31m \342\200\256 caf" in ran.stdout


def test_a_diff_of_files_of_every_name_is_a_patch(tffix: Run, tmp_path: Path) -> None:
    names = [
        b"a b.tf",
        b"a\tb.tf",
        b'a"b.tf',
        b"a\\b.tf",
        b"a\nb.tf",
        b"\xff.tf",
        "größe.tf".encode(),
        b"b\x1b.tf",
    ]
    for number, name in enumerate(names):
        folder = tmp_path / "x" / str(number)
        folder.mkdir(parents=True)
        (folder / os.fsdecode(name)).write_text(ROLE)
    ran = tffix("diff", *NAMES, "x")
    assert ran.returncode == 1
    before = sorted((tmp_path / "x").rglob("*.tf"))
    (tmp_path / "p.diff").write_bytes(ran.stdout)
    applied = tffix("--version", shell="; git apply --unsafe-paths p.diff")
    assert applied.returncode == 0, applied.stderr
    by_git = {path: path.read_bytes() for path in (tmp_path / "x").rglob("*.tf")}
    for path in before:
        path.write_text(ROLE)
    assert tffix("apply", *NAMES, "x").returncode == 0
    assert {path: path.read_bytes() for path in (tmp_path / "x").rglob("*.tf")} == by_git
