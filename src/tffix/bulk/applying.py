"""The commits of one repository: made in a worktree of their own, then published on a branch in one step."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from .checkout import Checkout, Repository
from .git import NOTHING, Git, GitError
from .jobs import CampaignSettings, Job, Parts
from .planning import exceeded, parts_of
from .records import Commit, State
from .rewriting import Rewritten, rewrite

_MOVED = "has moved on since it was planned: run 'tffix migrate plan --retry-failed'"


def apply(job: Job) -> tuple[State, Parts]:
    """Commits the change. The base may have moved on since the plan, but what is written must be what was
    planned, to the byte."""
    settings = job.settings
    with job.checkout(refresh=True) as checkout:
        branch, base = checkout.start()
        if settings.on_base_branch and checkout.own_commits(base, settings.started, job.base):
            base = job.base  # a run that was cut off has brought the branch to our commits already
        target = branch if settings.on_base_branch else settings.branch
        holder = _holder(checkout, settings, branch)
        with checkout.worktree(base) as git:
            committing = _Committing(git, settings, job.repository)
            rewritten = rewrite(git.directory, job.repository.folders, settings.recipe, committing.stage)
            if rewritten.digest != job.digest:
                raise GitError(f"differs from what was planned; {branch} perhaps {_MOVED}")
            too_much = exceeded(rewritten, settings)
            if too_much:
                return State.HELD, {"reason": too_much}
            made = committing.commit_all(rewritten)
            commits = _publish(checkout, holder, settings, target, base, made)
        bundle = checkout.bundle(base, commits[-1].id)
    where = {"base": base, "base_branch": branch, "branch": target}
    return State.DONE, {**parts_of(rewritten), **where, "commits": commits, "bundle": bundle}


def _publish(
    checkout: Checkout,
    holder: Git | None,
    settings: CampaignSettings,
    target: str,
    base: str,
    made: tuple[Commit, ...],
) -> tuple[Commit, ...]:
    """Brings a branch to our commits. What is there already of ours, made in a run that was cut off, is kept
    if it holds the same, and replaced if not."""
    git, tip = checkout.git, made[-1].id
    reference = f"refs/heads/{target}"
    there = git.commit(reference)
    own = checkout.own_commits(there, settings.started, base) if there else []
    if there and len(own) == len(made) and checkout.same_files(there, tip) and checkout.is_in(base, there):
        return tuple(Commit(id_, one.rule) for id_, one in zip(own, made, strict=True))
    if settings.on_base_branch and there != base:
        raise GitError(f"{target} {_MOVED}")
    if not settings.on_base_branch and there is not None and not own:
        told = f"the branch {target} already exists ({there[:10]}) and is not this campaign's"
        raise GitError(f"{told}: remove it or choose another name")
    if holder is not None:
        holder.run("merge", "--ff-only", "--quiet", tip)
    else:
        git.run("update-ref", "-m", "tffix migrate", reference, tip, there or NOTHING)
    return made


def _holder(checkout: Checkout, settings: CampaignSettings, base_branch: str) -> Git | None:
    """The working tree that holds the branch to commit on, if one does. Raises GitError where nothing must
    be committed."""
    if not settings.on_base_branch:
        if settings.branch == base_branch:
            told = "is the base branch; commit.on-base-branch allows commits there"
            raise GitError(f"{settings.branch} {told}")
        if checkout.tree_holding(settings.branch) is not None:
            raise GitError(f"the branch {settings.branch} is checked out in a working tree")
        return None
    holder = checkout.tree_holding(base_branch)
    if holder and not settings.allow_dirty and holder.run("status", "--porcelain", "--untracked-files=no"):
        raise GitError(f"{holder.directory} has changes that are not committed")
    return holder


@dataclass(slots=True)
class _Committing:
    """Commits in a worktree, by repository or by rule."""

    git: Git
    settings: CampaignSettings
    repository: Repository
    commits: list[Commit] = field(default_factory=list)

    def stage(self, rule: str, paths: Sequence[str], fixes: int) -> None:
        listed = b"\0".join(os.fsencode(f":(literal){path}") for path in paths)
        # A new file that .gitignore names is wanted all the same.
        self.git.run("add", "--all", "--force", "--pathspec-from-file=-", "--pathspec-file-nul", given=listed)
        if self.settings.recipe.by_rule:
            summary = f"Fix {rule}" if rule else "Fix what the rules find together"
            self.commit(rule, self.message((rule,) if rule else (), fixes, len(paths), summary))

    def commit_all(self, rewritten: Rewritten) -> tuple[Commit, ...]:
        if not self.settings.recipe.by_rule:
            rules = tuple(sorted({one.rule for one in rewritten.fixed}))
            count = len(rewritten.fixed)
            summary = f"Fix {rules[0]}" if len(rules) == 1 else f"Fix {count} findings of tffix"
            self.commit("", self.message(rules, count, len(rewritten.contents), summary))
        return tuple(self.commits)

    def message(self, rules: Sequence[str], fixes: int, files: int, summary: str) -> str:
        return self.settings.message.format(
            name=self.settings.name,
            repository=self.repository.name,
            rules=", ".join(rules),
            fixes=fixes,
            files=files,
            summary=summary,
        )

    def commit(self, rule: str, message: str) -> None:
        author = self.settings.author
        options = (f"--author={author}",) if author else ()
        before = self.git.line("rev-parse", "HEAD")
        self.git.run(
            "commit",
            "--quiet",
            "--cleanup=whitespace",  # a line that begins with # is no comment here
            *options,
            "--file=-",
            given=message.encode(),
            also=self.committer(author),
        )
        made = self.git.line("rev-parse", "HEAD")
        if made == before:
            raise GitError("git commit made no commit")
        self.commits.append(Commit(made, rule))

    def committer(self, author: str) -> dict[str, str]:
        """Where git knows no committer, as on a bare worker, the campaign's author is the committer, too."""
        if not author or self.git.succeeds("var", "GIT_COMMITTER_IDENT"):
            return {}
        name, _, address = author.rpartition("<")
        return {"GIT_COMMITTER_NAME": name.strip(), "GIT_COMMITTER_EMAIL": address.rstrip("> ")}
