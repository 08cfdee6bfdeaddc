"""What people see on a terminal, and what they are asked."""

import os
import pty
import subprocess
import sys

from barriers import PATIENCE, wait_for

from .conftest import RULES

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
TWO = THING + "\n" + THING.replace('"a"', '"b"')


def on_terminal(environment, folder, *arguments, typed=()):
    """Runs tffix on a pseudo-terminal and types an answer at every question mark of a prompt."""
    leader, follower = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "tffix", *arguments, "--select", RULES],
        cwd=folder,
        env={**environment, "TERM": "xterm"},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    seen, answers = b"", list(typed)
    while True:
        assert wait_for(leader)
        try:
            data = os.read(leader, 65536)
        except OSError:  # Linux tells the end of the other side so
            break
        if not data:
            break
        seen += data
        if seen.endswith(b"[y/n/a/q] ") and answers:
            os.write(leader, answers.pop(0).encode() + b"\n")
    os.close(leader)
    return running.wait(PATIENCE), seen.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_and_a_closing_line(environment, tmp_path):
    (tmp_path / "main.tf").write_text(THING)
    code, seen = on_terminal(environment, tmp_path, "check")
    assert code == 1
    assert "\x1b[33m[test-old-name]\x1b[0m" in seen
    assert "1 finding in 1 file: 'tffix apply' fixes 1, none left to you." in seen
    assert "\x1b[" not in on_terminal({**environment, "NO_COLOR": "1"}, tmp_path, "check")[1]
    seen = on_terminal(environment, tmp_path, "diff")[1]
    assert "would fix 1 finding in 1 file. Nothing was written." in seen
    assert "Fixed 1 finding in 1 file." in on_terminal(environment, tmp_path, "apply")[1]
    assert "Nothing to fix in 1 file." in on_terminal(environment, tmp_path, "apply")[1]


def test_interactive_on_a_terminal(environment, tmp_path):
    path = tmp_path / "main.tf"
    path.write_text(TWO)
    code, seen = on_terminal(environment, tmp_path, "apply", "--interactive", typed=["what", "n", "y"])
    assert code == 1
    assert seen.count("Apply this fix?") == 3
    assert seen.index("\x1b[31m-  old = 1") < seen.index("Apply this fix?")
    assert path.read_text() == THING + "\n" + THING.replace('"a"', '"b"').replace("old", "new")
    assert "not fixed: not wanted" in seen


def test_yes_and_no(tffix, write):
    path = write("main.tf", TWO)
    ran = tffix("apply", "-i", stdin="n\nyes\n")
    assert ran.code == 1
    assert path.read_text() == THING + "\n" + THING.replace('"a"', '"b"').replace("old", "new")


def test_all(tffix, write):
    path = write("main.tf", TWO)
    ran = tffix("apply", "-i", stdin="a\n")
    assert ran.code == 0
    assert ran.out.count("Apply this fix?") == 1
    assert path.read_text() == TWO.replace("old", "new")


def test_quit_keeps_what_was_wanted_before(tffix, write):
    path = write("main.tf", TWO)
    ran = tffix("apply", "-i", stdin="y\nq\n")
    assert ran.code == 1
    assert path.read_text() == THING.replace("old", "new") + "\n" + THING.replace('"a"', '"b"')


def test_the_end_of_the_input_is_quit(tffix, write):
    path = write("main.tf", TWO)
    assert tffix("apply", "-i", stdin="").code == 1
    assert path.read_text() == TWO


def test_a_reader_that_has_seen_enough_is_no_error(environment, tmp_path):
    (tmp_path / "main.tf").write_text("\n".join(THING.replace('"a"', f'"a{n}"') for n in range(5000)))
    line = f"{sys.executable} -m tffix check --select {RULES} | head -1"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
