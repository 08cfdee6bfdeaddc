"""Repositories of every kind, with the hooks, signing and settings of their owners."""

import os
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from barriers import wait_for

from tffix.bulk.checkout import Repository
from tffix.bulk.repositories import _names

from .conftest import AFTER, BEFORE, git


def hook(repository, name, text):
    path = repository / ".git/hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def run_all(migrate, *phases):
    return [migrate(phase).code for phase in phases or ("plan", "apply")]


def test_hooks_run(migrate):
    refused = migrate.repository("repos/refused")
    hook(refused, "pre-commit", r"printf '\033[31mno commits on Mondays\033[0m\n' >&2; exit 1")
    reformatted = migrate.repository("repos/reformatted")
    hook(reformatted, "pre-commit", "echo '# checked' >> main.tf; git add main.tf")
    hook(reformatted, "commit-msg", 'echo "Reviewed-by: nobody" >> "$1"')
    migrate.campaign()
    migrate("plan")
    ran = migrate("apply")
    assert ran.code == 2
    assert "refused: apply failed: git commit: no commits on Mondays" in ran.err
    assert migrate.branch(refused) is None
    assert git(reformatted, "show", "tffix/test:main.tf") == AFTER + "# checked"
    assert "Reviewed-by: nobody" in git(reformatted, "log", "-1", "--format=%b", "tffix/test")
    (refused / ".git/hooks/pre-commit").unlink()
    assert migrate("apply").code == 2  # not tried again unasked
    assert migrate("apply", "--retry-failed").code == 0


def test_a_hook_that_hangs_is_ended_with_what_it_started(migrate):
    one = migrate.repository("repos/one")
    hook(one, "pre-commit", '{ echo hangs; exec sleep 3177; } > "$HOME/held" & wait')
    migrate.monkeypatch.setenv("HOME", str(migrate.folder))
    os.mkfifo(migrate.folder / "held")
    held = os.open(migrate.folder / "held", os.O_RDONLY | os.O_NONBLOCK)
    communicate = subprocess.Popen.communicate

    def sooner(process, given=None, timeout=None):
        """Lets the time of git commit be over as soon as the hook hangs."""
        if process.args[1] == "commit":
            assert 0 < timeout <= 600
            assert wait_for(held)
            assert os.read(held, 100) == b"hangs\n"
            timeout = 0.1
        return communicate(process, given, timeout)

    migrate.monkeypatch.setattr(subprocess.Popen, "communicate", sooner)
    migrate.campaign(limits={"timeout": 600})
    migrate("plan")
    ran = migrate("apply")
    assert (ran.code, "git commit was not done when limits.timeout was over" in ran.err) == (2, True)
    assert wait_for(held)
    assert os.read(held, 100) == b""  # nobody has it open any more
    os.close(held)


def test_hooks_path_of_the_configuration(migrate):
    one = migrate.repository("repos/one")
    hooks = migrate.folder / "hooks"
    hooks.mkdir()
    (hooks / "commit-msg").write_text('#!/bin/sh\necho "Change-Id: I1" >> "$1"\n')
    (hooks / "commit-msg").chmod(0o755)
    git(one, "config", "core.hooksPath", str(hooks))
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert "Change-Id: I1" in git(one, "log", "-1", "--format=%B", "tffix/test")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_commits_are_signed_as_the_user_signs(migrate):
    one = migrate.repository("repos/one")
    key = migrate.folder / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    for name, value in (("gpg.format", "ssh"), ("user.signingKey", str(key)), ("commit.gpgSign", "true")):
        git(one, "config", name, value)
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert "-----BEGIN SSH SIGNATURE-----" in git(one, "cat-file", "commit", "tffix/test")


def test_the_author_stands_in_for_a_committer_that_git_does_not_know(migrate):
    one = migrate.repository("repos/one")
    git(one, "config", "--global", "--unset", "user.email")
    git(one, "config", "--global", "user.useConfigOnly", "true")
    migrate.campaign(commit={"author": "Platform Team <platform@example.com>"})
    assert run_all(migrate) == [1, 0]
    told = git(one, "log", "-1", "--format=%an %ae, %cn %ce", "tffix/test")
    assert told == "Platform Team platform@example.com, Platform Team platform@example.com"


def test_kinds_of_repositories(migrate):
    migrate.repository("repos/empty-one")
    git(migrate.folder / "repos/empty-one", "update-ref", "-d", "refs/heads/main")
    detached = migrate.repository("repos/detached")
    git(detached, "checkout", "--quiet", "--detach")
    bare = migrate.folder / "repos/bare.git"
    git(migrate.folder, "clone", "--quiet", "--bare", str(detached), str(bare))
    git(bare, "symbolic-ref", "HEAD", "refs/heads/main")
    shallow = migrate.folder / "repos/shallow"
    migrate.commit(detached, {"b/b.txt": "b"})
    git(detached, "branch", "--force", "main")
    git(migrate.folder, "clone", "--quiet", "--depth=1", f"file://{detached}", str(shallow))
    super_ = migrate.repository("repos/super")
    git(super_, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(detached), "child")
    migrate.commit(super_, {"main.tf": BEFORE})
    linked = migrate.folder / "repos/linked"
    git(super_, "worktree", "add", "--quiet", "--detach", str(linked))
    sparse = migrate.repository("repos/sparse", {"main.tf": BEFORE, "b/main.tf": BEFORE})
    git(sparse, "sparse-checkout", "set", "c")
    (migrate.folder / "repos/no-repository").mkdir()
    paths = ["repos/*", "repos/gone", "repos/no-repository", "repos/detached/b", "repos/super/child"]
    migrate.campaign(repositories={"paths": paths})
    codes = run_all(migrate)
    report = migrate.report()
    states = {name: (one["state"], one["reason"]) for name, one in report.items()}
    here = migrate.folder / "repos"
    assert states == {
        "bare": ("applied", ""),
        "detached": ("failed", "plan: HEAD is on no branch: name one by 'base'"),
        "empty-one": ("nothing to do", "plan: the repository has no commit yet"),
        "shallow": ("applied", ""),
        "sparse": ("applied", ""),
        "super": ("applied", ""),
        "gone": ("failed", f"plan: {here}/gone does not exist"),
        "no-repository": ("failed", f"plan: {here}/no-repository is not a git repository"),
        "b": ("failed", states["b"][1]),
        "child": ("applied", ""),
    }
    assert "is not the top of its repository" in states["b"][1]
    assert codes == [2, 0]
    assert git(sparse, "diff", "--name-only", "main", "tffix/test").split() == ["b/main.tf", "main.tf"]
    assert run_all(migrate, "undo") == [0]
    assert all(migrate.branch(here / name) is None for name in ("bare.git", "shallow", "sparse", "super"))


def test_the_default_branch_is_the_one_of_the_origin(migrate):
    bare = migrate.remote("origin")
    clone = migrate.folder / "repos/clone"
    git(migrate.folder, "clone", "--quiet", str(bare), str(clone))
    git(clone, "switch", "--quiet", "--create", "unfinished")
    migrate.commit(clone, {"main.tf": "unfinished = true\n"})
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert git(clone, "rev-parse", "tffix/test~1") == git(clone, "rev-parse", "main")


def test_names_of_files_and_folders(migrate):
    strange = ["with space", "ünï", "new\nline", "-dash", "--all", ":(glob)x", "tab\t."]
    files = {f"{name}/main.tf": BEFORE for name in strange}
    one = migrate.repository("repos/a b ü", files)
    latin = os.fsdecode(b"latin\xe9.tf")
    migrate.commit(one, {latin: BEFORE})
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert git(one, "diff", "--name-only", "-z", "main", "tffix/test").count("\0") == len(strange) + 1
    assert migrate.report()["a b ü"]["state"] == "applied"


def test_files_that_cannot_be_read_or_written(migrate):
    outside = migrate.folder / "outside.tf"
    outside.write_text(BEFORE)
    one = migrate.repository("repos/one", {"good/main.tf": BEFORE, "bad/main.tf": "resource {{{\n"})
    (one / "link").mkdir()
    (one / "link/main.tf").symlink_to(outside)
    migrate.commit(one, {})
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert git(one, "diff", "--name-only", "main", "tffix/test") == "good/main.tf"
    assert outside.read_text() == BEFORE
    errors = migrate.report()["one"]["errors"]
    assert {one["path"] for one in errors} == {"bad/main.tf", "link/main.tf"}


def test_a_rule_that_raises_is_told_and_stops_nothing(migrate):
    one = migrate.repository("repos/one", {"a/main.tf": BEFORE.replace("why", "RAISE"), "b/main.tf": BEFORE})
    migrate.campaign()
    assert run_all(migrate) == [1, 0]
    assert git(one, "diff", "--name-only", "main", "tffix/test") == "b/main.tf"
    assert "old-name: failed: RuntimeError: on purpose" in str(migrate.report()["one"]["errors"])


def test_a_folder_that_only_some_have(migrate):
    migrate.repository("repos/one", {"infra/main.tf": BEFORE})
    migrate.repository("repos/two")
    migrate.campaign(repositories={"paths": ["repos/*"], "folders": ["infra"]})
    assert run_all(migrate) == [1, 0]
    told = {name: (one["state"], one["reason"]) for name, one in migrate.report().items()}
    assert told == {
        "one": ("applied", ""),
        "two": ("nothing to do", "plan: there is no folder infra in it"),
    }


# -- behind URLs -----------------------------------------------------------------------------------------


def test_a_repository_behind_a_url(migrate):
    bare = migrate.remote("team")
    base = git(bare, "rev-parse", "main")
    migrate.campaign(repositories={"urls": [f"file://{bare}", f"file://{bare}/"]})
    assert run_all(migrate, "plan", "apply") == [1, 0]
    assert migrate.branch(bare) is None
    assert len(migrate.report()) == 1
    # The scratch folder holds nothing that the journal does not have.
    shutil.rmtree(migrate.folder.parent / "cache")
    clone = migrate.folder / "clone"
    git(migrate.folder, "clone", "--quiet", str(bare), str(clone))
    migrate.commit(clone, {"readme": "the remote goes on"})
    git(clone, "push", "--quiet")
    assert run_all(migrate, "push", "push") == [0, 0]
    assert git(bare, "rev-parse", "tffix/test~1") == base
    assert git(bare, "show", "tffix/test:main.tf") == AFTER.strip()
    assert run_all(migrate, "undo") == [0]
    assert migrate.branch(bare) is None
    # And again, from where the remote stands now.
    assert run_all(migrate, "apply", "push") == [0, 0]
    assert git(bare, "rev-parse", "tffix/test~1") == git(bare, "rev-parse", "main")


def test_undo_of_what_somebody_touched_at_the_remote(migrate):
    bare, other = migrate.remote("a"), migrate.remote("b")
    migrate.campaign(repositories={"urls": [f"file://{bare}", f"file://{other}"]})
    assert run_all(migrate, "plan", "apply", "push") == [1, 0, 0]
    git(bare, "update-ref", "refs/heads/tffix/test", "refs/heads/main")
    git(other, "update-ref", "-d", "refs/heads/tffix/test")
    ran = migrate("undo")
    assert ran.code == 2
    assert "a: undo failed: tffix/test has moved on since at its remote" in ran.err
    assert "b: undo failed: tffix/test is gone at its remote" in ran.err


@pytest.mark.parametrize("on_base", [False, True])
def test_push_and_undo_of_a_local_repository(migrate, on_base):
    bare = migrate.remote("origin")
    one = migrate.folder / "repos/one"
    git(migrate.folder, "clone", "--quiet", str(bare), str(one))
    migrate.repository("repos/alone")
    migrate.campaign(commit={"on-base-branch": on_base})
    branch = "main" if on_base else "tffix/test"
    before = migrate.branch(bare, branch)
    assert run_all(migrate, "plan", "apply", "push") == [1, 0, 0]
    assert git(bare, "show", f"{branch}:main.tf") == AFTER.strip()
    assert "has no remote 'origin'" in migrate.report()["alone"]["reason"]
    assert run_all(migrate, "undo") == [0]
    assert migrate.branch(bare, branch) == migrate.branch(one, branch) == before
    assert git(one, "status", "--porcelain") == ""


def test_nothing_is_pushed_over_what_is_there(migrate):
    bare = migrate.remote("team")
    migrate.campaign(repositories={"urls": [f"file://{bare}"]})
    assert run_all(migrate) == [1, 0]
    git(bare, "branch", "tffix/test", "main")
    ran = migrate("push")
    assert (ran.code, "tffix/test already exists" in ran.err) == (2, True)


def test_no_validation_no_push(migrate):
    bare = migrate.remote("team")
    migrate.campaign(repositories={"urls": [f"file://{bare}"]}, validation={"enabled": True})
    assert run_all(migrate) == [1, 0]
    ran = migrate("push")
    assert ran.err == "tffix: not pushed, as 'tffix migrate validate' has not found them sound: team\n"
    assert migrate.branch(bare) is None


def test_a_missing_credential_is_an_error_and_no_question(migrate):
    class Asks(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Asks) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{server.server_port}/team.git"
        urls = [f"http://{address}", f"http://me:secret@{address}2"]
        migrate.campaign(repositories={"urls": urls})
        ran = migrate("plan")
        server.shutdown()
    assert ran.code == 2
    assert "terminal prompts disabled" in ran.err
    assert "secret" not in ran.err + ran.out


def test_names_tell_repositories_apart():
    places = ["/a/x/net", "/b/x/net", "https://h.example/x/app.git", "git@h.example:y/app.git", "/c/solo"]
    assert sorted(_names(places).values()) == ["a/x/net", "b/x/net", "solo", "x/app", "y/app"]
    assert Repository("a", "https://h.example/..").folder == "files"
