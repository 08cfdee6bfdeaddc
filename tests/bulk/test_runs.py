"""The command with its processes: killed and resumed, limits, two at once, and Dask workers."""

import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager

import pytest
from barriers import FOLDER, PATIENCE, wait_for

from tffix.bulk import executors

from .conftest import BEFORE

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None,
    reason="distributed is not installed: pip install tffix[dask]",
)


def commits(migrate):
    """The commit of every repository's branch."""
    folders = sorted((migrate.folder / "repos").iterdir())
    return {one.name: migrate.branch(one) for one in folders}


def many(migrate, number, **settings):
    for index in range(number):
        name = f"r{index:02}"
        stops = BEFORE.replace("why", f"STOP-{name}")
        migrate.repository(f"repos/{name}", {"main.tf": stops, f"m/m{index}.tf": BEFORE})
    migrate.campaign(**settings)


def reset(migrate):
    """Takes away what a campaign has made."""
    for path in (migrate.folder / "repos").iterdir():
        subprocess.run(["git", "branch", "--quiet", "-D", "tffix/test"], cwd=path, capture_output=True)
    for path in migrate.folder.glob("test.journal*"):
        path.unlink()


def test_killed_at_several_moments_and_resumed_it_comes_to_the_same_commits(migrate):
    many(migrate, 10)
    assert migrate.command("plan", "-j", "2", "-q").code == 1
    assert migrate.command("apply", "-j", "2", "-q").code == 0
    undisturbed = commits(migrate)
    assert all(undisturbed.values())
    reset(migrate)
    for phase in ("plan", "apply"):
        for name in ("r00", "r06"):
            with migrate.barrier(name) as here:
                process = migrate.start(phase, "-j", "2", "-q")
                here.arrival(lambda: process.poll() is not None)  # noqa: B023
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate(timeout=PATIENCE)
                assert process.returncode == -signal.SIGKILL
        assert migrate.command(phase, "-j", "2", "-q").code == (1 if phase == "plan" else 0)
    assert commits(migrate) == undisturbed
    for path in (migrate.folder / "repos").iterdir():
        worktrees = path / ".git/worktrees"
        assert not worktrees.exists() or not list(worktrees.iterdir())
        assert not list(path.glob(".git/**/*.lock"))
    assert migrate("undo").code == 0
    assert set(commits(migrate).values()) == {None}


def test_what_a_killed_apply_has_left_is_undone(migrate):
    many(migrate, 2)
    migrate("plan")
    migrate("apply")
    # As if the driver had died before it heard of the first, and before the second was begun.
    with sqlite3.connect(migrate.folder / "test.journal") as journal:
        journal.execute("UPDATE step SET state = 'running' WHERE phase = 'apply'")
        journal.execute("DELETE FROM made")
    subprocess.run(["git", "branch", "-D", "tffix/test"], cwd=migrate.folder / "repos/r01", check=True)
    assert migrate("undo").code == 0
    assert set(commits(migrate).values()) == {None}


def test_a_leftover_of_another_plan_is_replaced(migrate):
    many(migrate, 1)
    migrate("plan")
    migrate("apply")
    first = commits(migrate)
    for path in migrate.folder.glob("test.journal*"):
        path.unlink()
    migrate.commit(migrate.folder / "repos/r00", {"more.tf": BEFORE})
    migrate("plan")
    assert migrate("apply").code == 0
    assert commits(migrate) != first


def test_one_job_that_goes_wrong_fails_alone(migrate):
    for word in ("EAT", "DIE", "EXIT", "fine"):
        migrate.repository(f"repos/{word}", {"main.tf": BEFORE.replace("why", word)})
    migrate.campaign(limits={"memory": 600})
    ran = migrate.command("plan", "-j", "2")
    assert ran.code == 2
    report = migrate.report()
    told = {name: (one["state"], one["reason"]) for name, one in report.items()}
    assert told["DIE"] == ("failed", "plan: its process died (exit code -9), of too much memory perhaps")
    assert told["EXIT"][0] == "failed"
    assert told["fine"] == ("planned", "")
    assert "memory" in str(report["EAT"]).lower()


def test_one_job_that_hangs_fails(migrate):
    migrate.repository("repos/one", {"main.tf": BEFORE.replace("why", "HANG")})
    migrate.campaign(limits={"timeout": 600})
    # What git may take is not cut short: only the job is, wherever it is when a second is over.
    migrate.monkeypatch.setattr(executors, "GRACE", -599)
    assert migrate("plan", "-j", "2", executor=executors.processes).code == 2
    assert migrate.report()["one"]["reason"] == "plan: took longer than limits.timeout allows (600 s)"


def test_interrupted_by_the_keyboard(migrate):
    many(migrate, 2)
    migrate.campaign()
    with migrate.barrier("r01") as here:
        process = migrate.start("plan", "-j", "2")
        here.arrival(lambda: process.poll() is not None)
        second = migrate.command("plan")
        assert (second.code, "another tffix migrate is at work with it" in second.err) == (2, True)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert err.decode().endswith("tffix: interrupted: run the same command again to continue\n")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the end of any process is an event on Linux only")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_its_driver(migrate, monkeypatch, blow):
    many(migrate, 1)
    monkeypatch.setenv("TFFIX_TEST_MARK", str(migrate.folder))
    with migrate.barrier("r00") as here:
        process = migrate.start("plan", "-j", "2")
        pid, driver = here.arrival(lambda: process.poll() is not None)
        started = _marked(str(migrate.folder))
        assert {pid, driver} <= set(started)
        assert driver == process.pid
        ends = [os.pidfd_open(one) for one in started]
        process.send_signal(blow)
        process.communicate(timeout=PATIENCE)
        assert [one for one, end in zip(started, ends, strict=True) if not wait_for(end)] == []
    assert _marked(str(migrate.folder)) == []


def _marked(mark):
    found = []
    for entry in os.listdir("/proc"):
        try:
            with open(f"/proc/{entry}/environ", "rb") as stream:
                if f"TFFIX_TEST_MARK={mark}".encode() in stream.read():
                    found.append(int(entry))
        except OSError:
            continue
    return found


# -- Dask ------------------------------------------------------------------------------------------------

CLUSTER = """
from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        input()
"""


@contextmanager
def cluster(migrate):
    """A Dask cluster of two workers that are processes; gives the address of its scheduler."""
    script = migrate.folder / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=migrate.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # where Dask says that a worker has died
        env=os.environ | {FOLDER: str(migrate.barriers)},
        text=True,
    ) as process:
        assert process.stdin and process.stdout
        yield process.stdout.readline().strip()
        process.stdin.write("\n")
        process.stdin.close()
        process.wait(PATIENCE)


@needs_dask
def test_a_dask_worker_is_killed_and_nothing_is_lost_or_done_twice(migrate):
    many(migrate, 8, commit={"each": "rule"})
    assert migrate.command("plan", "-j", "2", "-q").code == 1
    assert migrate.command("apply", "-j", "2", "-q").code == 0
    undisturbed = commits(migrate)
    reset(migrate)
    with cluster(migrate) as scheduler:
        for phase, code in (("plan", 1), ("apply", 0)):
            with migrate.barrier("r03") as here:
                process = migrate.start(phase, "-q", "--scheduler", scheduler)
                _, worker = here.arrival(lambda: process.poll() is not None)  # noqa: B023
                os.kill(worker, signal.SIGKILL)
            _, err = process.communicate(timeout=PATIENCE)
            assert process.returncode == code, err.decode()
    assert commits(migrate) == undisturbed
    assert all(len(one["commits"]) == 1 for one in migrate.report().values())


@needs_dask
def test_a_dask_job_that_goes_wrong_fails_alone(migrate):
    for word in ("DIE", "fine"):
        migrate.repository(f"repos/{word}", {"main.tf": BEFORE.replace("why", word)})
    migrate.campaign()
    ran = migrate.command("plan", "-j", "2", "--dask")
    assert ran.code == 2
    told = {name: (one["state"], one["reason"]) for name, one in migrate.report().items()}
    assert told == {
        "DIE": ("failed", "plan: its process died (exit code -9), of too much memory perhaps"),
        "fine": ("planned", ""),
    }


@needs_dask
def test_a_dask_job_that_hangs_fails(migrate):
    migrate.repository("repos/one", {"main.tf": BEFORE.replace("why", "HANG")})
    migrate.campaign(limits={"timeout": 1})
    assert migrate.command("plan", "-j", "2", "--dask").code == 2
    # On a machine that is busy, git may be what is not done in time.
    assert "limits.timeout" in migrate.report()["one"]["reason"]


@needs_dask
def test_no_scheduler_answers(migrate):
    many(migrate, 1)
    ran = migrate("plan", "--scheduler", "nonsense")
    assert ran.code == 2
    assert "no Dask scheduler answers at nonsense" in ran.err
