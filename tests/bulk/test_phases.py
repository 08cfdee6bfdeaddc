"""The phases over local repositories: what each writes, and where."""

import pytest

from .conftest import AFTER, BEFORE, EPOCH, git


def test_plan_writes_nothing(migrate):
    one = migrate.repository("repos/one")
    git(one, "config", "core.splitIndex", "true")
    migrate.repository("repos/two", {"main.tf": AFTER})
    migrate.campaign()
    before = sorted(path for path in one.rglob("*"))
    ran = migrate("plan")
    assert ran.code == 1
    assert sorted(path for path in one.rglob("*")) == before
    assert git(one, "status", "--porcelain") == ""
    report = migrate.report()
    assert (report["one"]["state"], report["two"]["state"]) == ("planned", "nothing to do")
    assert "+  new = 1 # why" in report["one"]["diffs"][0]["diff"]
    assert migrate("plan").code == 1  # it is still pending
    assert len(migrate.submitted) == 2  # and was not looked at again


def test_apply_commits_on_a_branch(migrate):
    one = migrate.repository("repos/one")
    (one / "main.tf").write_text("# at work here\n")
    migrate.campaign()
    assert migrate("plan").code == 1
    assert migrate("apply").code == 0
    assert git(one, "show", "tffix/test:main.tf") == AFTER.strip()
    assert git(one, "show", "main:main.tf") == BEFORE.strip()
    assert git(one, "log", "-1", "--format=%an %at %ct", "tffix/test") == f"Test {EPOCH} {EPOCH}"
    assert git(one, "log", "-1", "--format=%B", "tffix/test").startswith("Fix old-name\n\nMade by tffix")
    assert (one / "main.tf").read_text() == "# at work here\n"
    assert git(one, "worktree", "list").count("\n") == 0
    assert migrate("apply").code == 0
    assert [job.phase for job in migrate.submitted] == ["plan", "apply"]


def test_one_commit_for_a_rule(migrate):
    one = migrate.repository("repos/one", {"main.tf": BEFORE + BEFORE.replace('"a"', '"UNOWNED"')})
    migrate.campaign(commit={"each": "rule", "message": "{rules}: {fixes} in {files}\n\n#12 stays\n"})
    migrate("plan")
    assert migrate("apply").code == 0
    assert git(one, "log", "--format=%s", "main..tffix/test").splitlines() == [
        "owner-missing: 1 in 1",
        "old-name: 2 in 1",
    ]
    assert "#12 stays" in git(one, "log", "-1", "--format=%b", "tffix/test")
    assert [len(one["commits"]) for one in migrate.report().values()] == [2]


def test_where_nobody_may_commit(migrate):
    one = migrate.repository("repos/one")
    migrate.repository("repos/two")
    git(one, "branch", "tffix/test")
    migrate.campaign()
    migrate("plan")
    ran = migrate("apply")
    assert ran.code == 2
    assert "the branch tffix/test already exists" in ran.err
    assert migrate.branch(migrate.folder / "repos/two")
    assert migrate("undo").code == 0  # what is somebody else's is left
    assert migrate.branch(one)
    assert not migrate.branch(migrate.folder / "repos/two")


def test_what_was_planned_is_what_is_committed(migrate):
    same, other = migrate.repository("repos/same"), migrate.repository("repos/other")
    migrate.campaign()
    migrate("plan")
    moved = migrate.commit(same, {"readme": "hello"})
    migrate.commit(other, {"more.tf": BEFORE.replace('"a"', '"b"')})
    ran = migrate("apply")
    assert ran.code == 2
    assert "other: apply failed: differs from what was planned" in ran.err
    assert git(same, "rev-parse", "tffix/test~1") == moved
    assert migrate("plan", "--retry-failed").code == 1
    assert migrate("apply").code == 0
    assert "more.tf" in git(other, "diff", "--name-only", "main", "tffix/test")


def test_a_changed_campaign_is_planned_anew(migrate):
    migrate.repository("repos/one", {"a/main.tf": BEFORE, "b/main.tf": BEFORE})
    migrate.campaign()
    migrate("plan")
    migrate.campaign(repositories={"paths": ["repos/*"], "folders": ["a"]})
    ran = migrate("apply")
    assert (ran.code, "have changed since 1 repositories were planned" in ran.err) == (2, True)
    assert migrate("plan").code == 1
    assert migrate("apply").code == 0
    one = migrate.folder / "repos/one"
    assert git(one, "diff", "--name-only", "main", "tffix/test") == "a/main.tf"


def test_limits(migrate):
    migrate.repository("repos/one", {f"{name}.tf": BEFORE.replace('"a"', f'"{name}"') for name in "abc"})
    migrate.campaign(limits={"max-changes": 2})
    ran = migrate("plan")
    assert ran.code == 1
    assert "3 files would change, and limits.max-changes is 2" in ran.out
    assert migrate("apply").code == 0
    assert [job.phase for job in migrate.submitted] == ["plan"]
    migrate.campaign()
    assert migrate("plan", "--retry-failed").code == 1
    migrate.campaign(limits={"max-changes": 2})
    assert migrate("apply").code == 1
    assert not migrate.branch(migrate.folder / "repos/one")


def test_undo(migrate):
    one, two = migrate.repository("repos/one"), migrate.repository("repos/two")
    migrate.campaign()
    migrate("plan")
    migrate("apply")
    git(two, "switch", "--quiet", "tffix/test")
    touched = migrate.commit(two, {"more.tf": "# mine\n"})
    git(two, "switch", "--quiet", "main")
    ran = migrate("undo")
    assert ran.code == 2
    assert "tffix/test has moved on since" in ran.err
    assert (migrate.branch(one), migrate.branch(two)) == (None, touched)
    assert migrate("apply").code == 0
    assert migrate.branch(one)


def test_undo_of_what_was_merged_is_refused(migrate):
    one = migrate.repository("repos/one")
    migrate.campaign()
    migrate("plan")
    migrate("apply")
    git(one, "merge", "--quiet", "--ff-only", "tffix/test")
    ran = migrate("undo")
    assert (ran.code, "has been merged into main" in ran.err) == (2, True)
    assert migrate.branch(one)


def test_undo_goes_by_what_was_done_not_by_what_the_campaign_says_now(migrate):
    one = migrate.repository("repos/one")
    path = migrate.campaign()
    migrate("plan")
    migrate("apply")
    path.write_text(path.read_text().replace("tffix/test", "other").replace("repos/*", "none/*"))
    git(one, "switch", "--quiet", "--create", "elsewhere")
    assert migrate("undo").code == 0
    assert migrate.branch(one) is None


@pytest.mark.parametrize("is_dirty", [False, True])
def test_on_the_base_branch(migrate, is_dirty):
    one = migrate.repository("repos/one")
    base = git(one, "rev-parse", "main")
    migrate.campaign(commit={"on-base-branch": True})
    migrate("plan")
    if is_dirty:
        (one / "main.tf").write_text(BEFORE + "# mine\n")
    ran = migrate("apply")
    if is_dirty:
        assert (ran.code, "has changes that are not committed" in ran.err) == (2, True)
        assert git(one, "rev-parse", "main") == base
        return
    assert ran.code == 0
    assert (one / "main.tf").read_text() == AFTER
    (one / "note.txt").write_text("not committed\n")
    assert migrate("undo").code == 0
    assert (one / "main.tf").read_text() == BEFORE
    assert (one / "note.txt").exists()
    assert git(one, "rev-parse", "main") == base


def test_names_and_limits_of_a_run(migrate):
    for name in ("one", "two", "three"):
        migrate.repository(f"repos/{name}")
    migrate.campaign()
    assert migrate("plan", "--only", "t*", "--limit", "1").code == 1
    assert [job.repository.name for job in migrate.submitted] == ["three"]
    assert (
        "no repository is named like --only: they are one, three, two" in migrate("plan", "--only", "x").err
    )
    migrate("plan")
    assert [job.repository.name for job in migrate.submitted] == ["three", "one", "two"]


def test_canary(migrate):
    migrate.repository("repos/a", {"main.tf": BEFORE.replace("why", "EXIT")})
    migrate.repository("repos/b")
    migrate.campaign()
    ran = migrate("plan", "--canary", "1")
    assert ran.code == 2
    assert "a failed; the other 1 repositories were not started" in ran.err
    assert migrate("plan", "--canary", "1").code == 2  # a has failed still
    assert [job.repository.name for job in migrate.submitted] == ["a", "b"]


def test_a_script_alone_is_a_campaign(migrate):
    one = migrate.repository("repos/one")
    migrate.campaign().unlink()
    assert migrate("--script", "rename.py").code == 2  # this folder is no repository
    ran = migrate("plan", "--script", "rename.py", "--in", "repos/*")
    assert (ran.code, "1 of 1 repository" in ran.out) == (1, True)
    assert migrate("apply", "--script", "rename.py", "--in", "repos/*").code == 0
    assert migrate.branch(one, "tffix/rename")
    assert sorted(path.name for path in migrate.folder.iterdir()) == ["rename.py", "repos"]
    assert "campaign.toml: no such file" in migrate("plan").err
    assert "after the command: tffix migrate plan" in migrate("--script", "rename.py", "plan").err


def test_options_of_a_script_on_the_command_line(migrate):
    one = migrate.repository("repos/one")
    migrate.campaign().unlink()
    arguments = ("--script", "rename.py", "--in", "repos/*", "--option")
    ran = migrate("plan", *arguments, "old-name.become=newer")
    assert (ran.code, "rule old-name has no option 'become'" in ran.err) == (2, True)
    assert migrate("plan", *arguments, "old-name.becomes=newer").code == 1
    assert migrate("apply", *arguments, "old-name.becomes=newer").code == 0
    assert "newer" in git(one, "show", "tffix/rename:main.tf")


def test_a_file_for_a_start_and_its_schema(migrate):
    assert migrate("init", "--schema", "--name", "one").code == 0
    text = (migrate.folder / "campaign.toml").read_text()
    assert text.startswith("#:schema ./campaign.schema.json\n")
    assert (migrate.folder / "campaign.schema.json").read_text().startswith("{")
    assert "already exists; not overwritten" in migrate("init").err
    assert migrate("plan", "--campaign", "gone.toml").code == 2


def test_a_folder_that_is_no_repository_is_named(migrate):
    migrate.repository("repos/one")
    (migrate.folder / "repos/none").mkdir()
    migrate.campaign()
    ran = migrate("plan")
    assert f"{migrate.folder / 'repos/none'}: left out, as it is not the top of a git repository" in ran.err
    assert list(migrate.report()) == ["one"]


def test_undo_of_nothing_does_not_fail(migrate):
    one = migrate.repository("repos/one")
    migrate.campaign(repositories={"paths": ["repos/one"]})
    migrate("plan")
    one.rename(migrate.folder / "away")
    assert migrate("apply").code == 2
    ran = migrate("undo")
    assert (ran.code, "failed" in ran.err) == (0, False)
