"""Bytes that are not UTF-8: accepted where Terraform accepts them, reported elsewhere, kept by every fix."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tffix import HclSyntaxError, parse
from tffix.engine.policy import Policy
from tffix.engine.runner import repair
from tffix.report.difference import patch
from tffix.rules.registry import select
from tffix.terraform.project import read_project

ACCEPTED = {
    "Latin-1 in a comment": b"# caf\xe9\na = 1\n",
    "Latin-1 after slashes": b"// caf\xe9\na = 1\n",
    "Latin-1 in a block comment": b"/* caf\xe9 */\na = 1\n",
    "Latin-1 before the end of a comment": b"/* caf\xe9*/\na = 1\n",
    "Latin-1 at the end of a line": b"a = 1 # caf\xe9\n",
    "Latin-1 in a comment in a list": b"a = [\n  1, # caf\xe9\n]\n",
    "a comment at the end of the file": b"a = 1\n# \xe9",
    "half a character in a comment": b"# \xe2\x82\na = 1\n",
    "a lone continuation byte in a comment": b"# x\x80\na = 1\n",
    "no byte of UTF-8 in a comment": b"# \xff\xfe\xf5\x80\x80\x80\na = 1\n",
    "overlong in a string": b'a = "x\xc0\x80y"\n',
    "overlong in a template": b'a = "x\xc0\x80${b}"\n',
    "overlong in a heredoc": b"a = <<EOT\nx\xc0\xaf\nEOT\n",
    "half a surrogate pair in a string": b'a = "\xed\xa0\x80"\n',
    "beyond Unicode in a string": b'a = "\xf4\x90\x80\x80\xf7\xbf\xbf\xbf"\n',
    "a surrogate in a label": b'a "\xed\xa0\x80" {\n}\n',
    "NUL and control characters": b'# a\x00b\x1b\na = "a\x00b\x01\x7f\x1b"\n',
    "NUL in a heredoc": b"a = <<EOT\na\x00b\nEOT\n",
}
REJECTED = {
    "Latin-1 in a string": b'a = "caf\xe9"\n',
    "Latin-1 before an interpolation": b'a = "caf\xe9${b}"\n',
    "Latin-1 after a dollar": b'a = "$\xe9"\n',
    "Latin-1 in a heredoc": b"a = <<EOT\ncaf\xe9\nEOT\n",
    "Latin-1 in a label": b'a "caf\xe9" {\n}\n',
    "Latin-1 in a name": b"caf\xe9 = 1\n",
    "Latin-1 in a reference": b"a = local.caf\xe9\n",
    "Latin-1 between tokens": b"a =\xa01\n",
    "Latin-1 as a marker": b"a = <<EO\xe9\nx\nEO\xe9\n",
    "Latin-1 after a backslash": b'a = "\\\xe9"\n',
    "a lone continuation byte in a string": b'a = "x\x80y"\n',
    "half a character in a string": b'a = "\xe2\x82"\n',
    "no byte of UTF-8 in a string": b'a = "\xfe\xff"\n',
    "a lone continuation byte": b"a = \x80\n",
    "overlong in a name": b"b\xc0\x80 = 1\n",
    "NUL between tokens": b"a = 1\x00\n",
    "UTF-16": "\ufeffa = 1\n".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_terraform_accepts_is_read_and_kept(name: str) -> None:
    file = parse(ACCEPTED[name])
    assert bytes(file) == file.original == ACCEPTED[name]


@pytest.mark.parametrize("name", REJECTED)
def test_what_terraform_rejects_is_a_fault_with_its_place(name: str) -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(REJECTED[name], "main.tf")
    line = REJECTED[name][: REJECTED[name].find(b"\xe9")].count(b"\n") + 1 if "heredoc" in name else 1
    assert caught.value.line in (line, line + 1) and caught.value.column >= 1


def test_the_fault_says_what_to_do() -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(b'a = 1\nb = "caf\xe9"\n', "main.tf")
    assert str(caught.value) == "main.tf:2:9: not UTF-8: save the file in that encoding"


@pytest.mark.skipif(not shutil.which("terraform"), reason="terraform is not installed")
def test_terraform_agrees(tmp_path: Path) -> None:
    for name, data in {**ACCEPTED, **REJECTED}.items():
        (tmp_path / "main.tf").write_bytes(data)
        command = ["terraform", "fmt", "-check", "-list=false"]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert (run.returncode != 2) == (name in ACCEPTED), name


def test_fixes_and_diffs_keep_every_byte(tmp_path: Path) -> None:
    before = (
        b"# caf\xe9 \n\n// \xff\n"
        b'variable "a" {\n  type = "string" # \xe9\n}\n\n'
        b'output "x" {\n  value = "a\xc0\x80${var.a}"\n}\n'
    )
    (tmp_path / "main.tf").write_bytes(before)
    project = read_project([str(tmp_path)], alone=True)
    rules = select(("terraform-type-quoted", "terraform-comment-slashes"), (), {})
    (change,) = repair(project, rules, Policy()).changes
    assert change.new == before.replace(b"// ", b"# ").replace(b'"string"', b"string")
    difference = patch(change).encode("utf-8", "surrogateescape")
    assert b"-// \xff\n+# \xff\n" in difference and b"\n # caf\xe9 \n" in difference
