"""Children that call functions: what they give back, and what becomes of those that die or take too long."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest
from barriers import FOLDER, barrier, wait_at

from tffix.processes import Child, ChildDiedError, Children


class OddError(Exception):
    """Does not come out of its pickle again."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def path() -> list[str]:
    return sys.path


def odd() -> None:
    raise OddError(1, 2)


def noisy(text: str) -> str:
    print(text)
    os.write(1, text.encode())
    return text


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def child(monkeypatch):
    monkeypatch.syspath_prepend(os.path.dirname(os.path.dirname(__file__)))
    made = Child()
    yield made
    made.end()


def test_a_child_finds_modules_where_its_parent_does_but_not_here(child, monkeypatch, tmp_path):
    assert os.getcwd() not in child.call(path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", ".", "relative", str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", f"{os.pathsep}.")
    other = Child()
    assert {"", ".", "relative", str(tmp_path)}.isdisjoint(other.call(path))
    assert other.call(os.getcwd) == str(tmp_path)
    assert other.call(os.getenv, "PYTHONPATH") == f"{os.pathsep}."
    assert other.call(os.getenv, "PYTHONSAFEPATH") == os.getenv("PYTHONSAFEPATH")
    other.end()


def test_results_and_errors_come_back(child):
    assert child.call(max, 3, 5) == 5
    with pytest.raises(ZeroDivisionError):
        child.call(divmod, 1, 0)
    with pytest.raises(RuntimeError, match="OddError: 1 and 2"):
        child.call(odd)
    assert child.call(noisy, "x" * 100_000) == "x" * 100_000
    assert child.is_alive


def test_one_that_dies_is_told(child):
    with pytest.raises(ChildDiedError) as raised:
        child.call(kill)
    assert raised.value.code == -signal.SIGKILL
    assert not child.is_alive


def test_one_that_takes_too_long_is_ended(child):
    with pytest.raises(TimeoutError, match=r"took longer than 0\.2 s"):
        child.call(time.sleep, 600, timeout=0.2)
    assert not child.is_alive


def test_a_child_that_died_is_replaced(child):
    children = Children(1)
    try:
        first = children.submit(os.getpid)
        assert isinstance(children.submit(kill).exception(), ChildDiedError)
        assert children.submit(os.getpid).result() != first.result()
    finally:
        children.end()


def test_one_that_took_too_long_is_replaced(child):
    children = Children(1)
    try:
        assert isinstance(children.submit(time.sleep, 600, timeout=0.2).exception(), TimeoutError)
        assert isinstance(children.submit(os.getpid).result(), int)
    finally:
        children.end()


def test_ending_does_not_wait_for_what_is_at_work(child, monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    children = Children(1)
    with barrier(tmp_path, "busy") as here:
        running = children.submit(wait_at, "busy")
        waiting = children.submit(wait_at, "busy")
        here.arrival(running.done)
        children.end()
        assert isinstance(running.exception(), ChildDiedError)
        assert waiting.cancelled()
