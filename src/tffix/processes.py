"""Every process of Python that tffix starts is started here, as a child that is given functions to call.

None has the working directory, or a repository, on the path on which it looks for modules: a child is started
with `-P`, without PYTHONPATH, and gets the path of its parent, a safe one. What multiprocessing starts gets
that directory, whatever it is told, which is why it is not used for this; a process that is only forked
(`tffix check` on Linux) has the path of its parent anyway.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from typing import IO, Any, NoReturn, TypeVar

from .safe_path import safe

T = TypeVar("T")

_MOST_CALLS = 200
"""Calls after which a child of a pool is replaced by a new one, as memory may have leaked."""
_SECONDS_TO_END = 2
_START = "import sys; sys.path[:] = {path!r}; from tffix.processes import serve; serve({python_path!r})"

before_end: list[Callable[[], None]] = []
"""What a child calls before it ends because its parent wants it, or is no more: to end its own children."""


class ChildDiedError(Exception):
    """A child that ended in the middle of a call; ``code`` is its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the process ended with exit code {code}")
        self.code = code


class Child:
    """A process that calls one function after the other. Functions, arguments and results are pickled."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        code = _START.format(path=safe(sys.path), python_path=os.environ.get("PYTHONPATH"))
        self.calls = 0
        self._process = subprocess.Popen(
            [sys.executable, *_flags(), "-P", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def call(self, function: Callable[..., T], /, *arguments: object, timeout: float | None = None) -> T:
        """What a function returns. What it raises is raised here. Raises ChildDiedError, or TimeoutError if
        it took too long; the child has ended then."""
        if not self.calls:
            self._load(function.__module__)
        self.calls += 1
        message = pickle.dumps((function, arguments))
        is_over = threading.Event()

        def stop() -> None:
            is_over.set()
            self.end()

        timer = threading.Timer(timeout, stop) if timeout is not None else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            succeeded, result = self._exchange(message)
        except (EOFError, BrokenPipeError, ValueError, pickle.UnpicklingError) as error:
            # ValueError: another thread has ended it and closed its input.
            code = self.end()
            if is_over.is_set():
                raise TimeoutError(f"took longer than {timeout:g} s") from error
            raise ChildDiedError(code) from error
        finally:
            if timer:
                timer.cancel()
        if not succeeded:
            raise result
        returned: T = result
        return returned

    def _load(self, module: str) -> None:
        """Has a module loaded before the time of a call is measured. If it cannot, the call says so."""
        with contextlib.suppress(EOFError, BrokenPipeError, ValueError, pickle.UnpicklingError):
            self._exchange(pickle.dumps((import_module, (module,))))

    def _exchange(self, message: bytes) -> tuple[bool, Any]:
        to, of = self._process.stdin, self._process.stdout
        assert to is not None and of is not None
        pickle.dump(message, to)
        to.flush()
        answer: tuple[bool, Any] = pickle.load(of)
        return answer

    def tell_to_end(self) -> None:
        """Lets the child end, and does not wait for that."""
        if self.is_alive:
            self._process.terminate()

    def end(self) -> int:
        """Makes sure that the child is no more, and gives its exit code."""
        self.tell_to_end()
        try:
            code = self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # of what it has not read any more
            self._process.stdin.close()
        return code


class Children:
    """A number of children that share calls."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, "tffix-child")
        self._of_thread = threading.local()
        self._all: set[Child] = set()
        self._is_ended = False

    def submit(
        self, function: Callable[..., T], /, *arguments: object, timeout: float | None = None
    ) -> Future[T]:
        """Has a function called, as Child.call does, when a child is free."""
        return self._threads.submit(self._call, function, arguments, timeout)

    def _call(self, function: Callable[..., T], arguments: tuple[object, ...], timeout: float | None) -> T:
        child: Child | None = getattr(self._of_thread, "child", None)
        if child is None or not child.is_alive or child.calls >= _MOST_CALLS:
            if child is not None:
                self._all.discard(child)
                child.end()
            child = self._of_thread.child = Child()
            self._all.add(child)
        if self._is_ended:
            child.end()
        return child.call(function, *arguments, timeout=timeout)

    def end(self) -> None:
        """Ends all children, those that are at work, too."""
        self._is_ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        children = list(self._all)
        for child in children:
            child.tell_to_end()
        for child in children:
            child.end()
        self._threads.shutdown()


def _flags() -> list[str]:
    """The options that this Python was started with, as far as they matter to what it does."""
    flags = sys.flags
    named = {
        "-E": flags.ignore_environment,
        "-s": flags.no_user_site,
        "-B": flags.dont_write_bytecode,
    }
    return [option for option, is_set in named.items() if is_set] + (
        ["-X", "utf8"] if flags.utf8_mode else []
    )


# -- in the child ----------------------------------------------------------------------------------------


def serve(python_path: str | None) -> None:
    """Calls what the parent asks for, until it asks no more. ``python_path`` is the user's PYTHONPATH, for
    programs that this process starts: hooks of git, for one."""
    if python_path is not None:
        os.environ["PYTHONPATH"] = python_path
    signal.signal(signal.SIGINT, lambda *_: None)  # the parent says when to end
    signal.signal(signal.SIGTERM, lambda *_: _end())
    calls: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    # Nothing that is printed may get in among the bytes of a result.
    with open(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        threading.Thread(target=_receive, args=(sys.stdin.buffer, calls), daemon=True).start()
        while True:
            out.write(_answer(calls.get()))
            out.flush()


def _receive(stream: IO[bytes], calls: queue.SimpleQueue[bytes]) -> None:
    """Takes in calls in a thread of its own, which hears at once that the parent is no more."""
    try:
        with contextlib.suppress(EOFError):
            while True:
                calls.put(pickle.load(stream))
    finally:
        _end()


def _answer(call: bytes) -> bytes:
    try:
        function, arguments = pickle.loads(call)
        return pickle.dumps((True, function(*arguments)))
    except Exception as error:
        return pickle.dumps((False, _portable(error)))


def _portable(error: Exception) -> Exception:
    """An error that comes out of its pickle again, which many do not."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _end() -> NoReturn:
    for call in before_end:
        call()
    os._exit(1)
