"""The command with its processes: killed and resumed, limits, two at once, and Dask workers."""

import importlib.util
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

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
        migrate.repository(f"repos/r{index:02}", {"main.tf": BEFORE, f"m/m{index}.tf": BEFORE})
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
    kills = 0
    for phase in ("plan", "apply"):
        for wait in (0.9, 1.2):
            process = migrate.start(phase, "-j", "2", "-q")
            with pytest.raises(subprocess.TimeoutExpired):
                process.communicate(timeout=wait)
                process.returncode = None
                raise subprocess.TimeoutExpired("", 0)  # done before the blow
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            kills += 1
        assert migrate.command(phase, "-j", "2", "-q").code == (1 if phase == "plan" else 0)
    assert kills == 4
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
    for word in ("SLEEP", "EAT", "DIE", "EXIT", "fine"):
        migrate.repository(f"repos/{word}", {"main.tf": BEFORE.replace("why", word)})
    migrate.campaign(limits={"timeout": 3, "memory": 600})
    ran = migrate.command("plan", "-j", "2")
    assert ran.code == 2
    report = migrate.report()
    told = {name: (one["state"], one["reason"]) for name, one in report.items()}
    assert told["SLEEP"] == ("failed", "plan: took longer than limits.timeout allows (3 s)")
    assert told["DIE"] == ("failed", "plan: its process died (exit code -9), of too much memory perhaps")
    assert told["EXIT"][0] == "failed"
    assert told["fine"] == ("planned", "")
    assert "memory" in str(report["EAT"]).lower()


def test_interrupted_by_the_keyboard(migrate):
    many(migrate, 1)
    migrate.repository("repos/slow", {"main.tf": BEFORE.replace("why", "SLEEP")})
    migrate.campaign()
    process = migrate.start("plan", "-j", "2")
    journal = migrate.folder / "test.journal"
    for _ in range(200):
        time.sleep(0.1)
        wal = journal.with_name("test.journal-wal")
        if wal.exists() and wal.stat().st_size > 20000:
            break
    time.sleep(0.5)
    second = migrate.command("plan")
    assert (second.code, "another tffix migrate is at work with it" in second.err) == (2, True)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.decode().endswith("tffix: interrupted: the same command goes on where it was\n")


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_its_driver(migrate, blow):
    migrate.repository("repos/slow", {"main.tf": BEFORE.replace("why", "SLEEP")})
    migrate.campaign()
    process = migrate.start("plan", "-j", "2", env=os.environ | {"TFFIX_TEST_MARK": str(migrate.folder)})
    time.sleep(2)
    process.send_signal(blow)
    process.communicate(timeout=20)
    for _ in range(100):
        if not _marked(str(migrate.folder)):
            return
        time.sleep(0.1)
    raise AssertionError(_marked(str(migrate.folder)))


def _marked(mark):
    found = []
    for entry in os.listdir("/proc") if os.path.isdir("/proc") else []:
        try:
            with open(f"/proc/{entry}/environ", "rb") as stream:
                if f"TFFIX_TEST_MARK={mark}".encode() in stream.read():
                    found.append(int(entry))
        except OSError:
            continue
    return found


# -- Dask ------------------------------------------------------------------------------------------------


@needs_dask
def test_a_dask_worker_is_killed_and_nothing_is_lost_or_done_twice(migrate):
    many(migrate, 8, commit={"each": "rule"})
    assert migrate.command("plan", "-j", "2", "-q").code == 1
    assert migrate.command("apply", "-j", "2", "-q").code == 0
    undisturbed = commits(migrate)
    reset(migrate)
    code = """
import json, os, signal, subprocess, sys, threading, time
from distributed import LocalCluster, Client

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        client = Client(cluster)
        run = lambda phase: subprocess.Popen(
            [sys.executable, "-m", "tffix", "migrate", phase, "-q", "--scheduler", cluster.scheduler_address]
        )
        codes, killed = [], []
        for phase in ("plan", "apply"):
            process = run(phase)
            time.sleep(2.5)
            pids = client.run(os.getpid)
            worker, pid = sorted(pids.items())[0]
            os.kill(pid, signal.SIGKILL)
            killed.append(process.poll() is None)
            codes.append(process.wait(100))
        print(json.dumps([codes, killed]))
"""
    script = migrate.folder / "cluster.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=migrate.folder, capture_output=True, text=True, timeout=150
    )
    codes, _ = json.loads(done.stdout.splitlines()[-1])
    assert codes == [1, 0], done.stderr
    assert commits(migrate) == undisturbed
    assert all(len(one["commits"]) == 1 for one in migrate.report().values())


@needs_dask
def test_a_dask_job_that_goes_wrong_fails_alone(migrate):
    for word in ("SLEEP", "DIE", "fine"):
        migrate.repository(f"repos/{word}", {"main.tf": BEFORE.replace("why", word)})
    migrate.campaign(limits={"timeout": 2})
    ran = migrate.command("plan", "-j", "2", "--dask")
    assert ran.code == 2
    told = {name: (one["state"], one["reason"]) for name, one in migrate.report().items()}
    assert told == {
        "SLEEP": ("failed", "plan: took longer than limits.timeout allows (2 s)"),
        "DIE": ("failed", "plan: its process died (exit code -9), of too much memory perhaps"),
        "fine": ("planned", ""),
    }


@needs_dask
def test_no_scheduler_answers(migrate):
    many(migrate, 1)
    ran = migrate("plan", "--scheduler", "nonsense")
    assert ran.code == 2
    assert "no Dask scheduler answers at nonsense" in ran.err
