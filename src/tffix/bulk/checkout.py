"""The files of a repository at a commit, in a scratch folder: to look at, or to commit from.

A local repository is worked on from a linked worktree, so that its own hooks and configuration hold and
nobody's working tree is touched; one behind a URL from a clone of our own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..urls import key, parse
from .git import LOOKING, OFFLINE, OUR_CLONE, Git, GitError


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository of a campaign. ``location`` is an absolute path or a URL, ``folders`` the parts of it to
    work on, ``base`` the branch to start from (empty: its default one)."""

    name: str
    location: str
    folders: tuple[str, ...] = (".",)
    base: str = ""

    @property
    def is_local(self) -> bool:
        return os.path.isabs(self.location)

    @property
    def key(self) -> str:
        """What it is known by: its location, without what may be a secret."""
        return self.location if self.is_local else key(self.location)

    @property
    def folder(self) -> str:
        """The name that its folder has by custom, which rules may go by."""
        path = self.location if self.is_local else parse(self.location).path
        last = path.rstrip("/").rpartition("/")[2].removesuffix(".git")
        return last if last not in ("", ".", "..") else "files"


class EmptyError(Exception):
    """A repository in which there is nothing to look at, and why."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A repository made ready on this machine; ``git`` runs in its directory."""

    repository: Repository
    git: Git
    scratch: Path

    def start(self) -> tuple[str, str]:
        """The branch to start from and the commit that it stands at. Raises GitError, EmptyError."""
        branch = self.repository.base or self._default_branch()
        for reference in (f"refs/heads/{branch}", f"refs/remotes/origin/{branch}"):
            commit = self.git.commit(reference)
            if commit is not None:
                return branch, commit
        if not self.git.run("for-each-ref", "--count=1"):
            raise EmptyError("the repository has no commit yet")
        raise GitError(f"the repository has no branch {branch}")

    def _default_branch(self) -> str:
        """The branch that a clone of the repository's origin would begin on; else the one that HEAD is on."""
        for name in ("refs/remotes/origin/HEAD", "HEAD"):
            with suppress(GitError):
                branch = self.git.line("symbolic-ref", "--quiet", name)
                return branch.removeprefix("refs/heads/").removeprefix("refs/remotes/origin/")
        raise GitError("HEAD is on no branch: name one by 'base'")

    # -- files -------------------------------------------------------------------------------------------

    @contextmanager
    def files(self, commit: str) -> Iterator[Path]:
        """The files of a commit in a folder of their own, for the time of a look. Nothing is written to the
        repository, not even to its index, and no program is run that it or the user has configured."""
        folder = self.scratch / commit[:12] / self.repository.folder
        _remove(folder)
        folder.mkdir(parents=True)
        (folder / ".git").touch()  # tells what looks for it that the repository begins here
        index = {"GIT_INDEX_FILE": str(self.scratch / "index")}
        git = self.git.at(self.git.directory, LOOKING).unfiltered()
        try:
            git.run("read-tree", commit, also=index)
            # Without a work tree given, git would write to the user's own.
            git.run(f"--work-tree={folder}", "checkout-index", "--all", "--force", "--quiet", also=index)
            yield folder
        finally:
            _remove(folder.parent)
            (self.scratch / "index").unlink(missing_ok=True)

    @contextmanager
    def worktree(self, commit: str) -> Iterator[Git]:
        """Git in a worktree at a commit, on no branch."""
        folder = self.scratch / "worktree" / self.repository.folder
        self._drop(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # All files are wanted, also where the user's own working tree has only some of them.
        git = self.git.at(self.git.directory, {"core.sparseCheckout": "false"})
        git.run("worktree", "add", "--force", "--force", "--detach", "--quiet", str(folder), commit)
        try:
            yield git.at(folder)
        finally:
            self._drop(folder)

    def _drop(self, folder: Path) -> None:
        """Takes a worktree away, also what a killed run has left of one."""
        for _ in range(2):  # what is only half there git removes once the folder is gone
            with suppress(GitError):
                self.git.run("worktree", "remove", "--force", "--force", str(folder))
            _remove(folder)

    def tree_holding(self, branch: str) -> Git | None:
        """Git in the working tree that has a branch checked out, if one has."""
        directory = None
        for line in os.fsdecode(self.git.run("worktree", "list", "--porcelain")).splitlines():
            word, _, rest = line.partition(" ")
            if word == "worktree":
                directory = Path(rest)
            if word == "branch" and rest == f"refs/heads/{branch}" and directory is not None:
                return self.git.at(directory) if (directory / ".git").exists() else None
        return None

    # -- commits -----------------------------------------------------------------------------------------

    def own_commits(self, tip: str, date: int, *bases: str) -> list[str]:
        """The commits from a base to a tip, first to last, if all are of a campaign's date; else nothing:
        somebody else has touched the branch. No two campaigns begin in the same second of the same place,
        and no commit keeps its committer's date when it is amended, rebased or cherry-picked."""
        known = [f"^{base}" for base in bases if base and self.git.commit(base)]
        listed = self.git.line("log", "--reverse", "--format=%H %ct", "--end-of-options", tip, *known)
        commits = [line.split() for line in listed.splitlines()]
        return [one for one, _ in commits] if all(int(when) == date for _, when in commits) else []

    def is_in(self, commit: str, other: str | None) -> bool:
        """Whether a commit is in the history of another one."""
        return other is not None and self.git.succeeds("merge-base", "--is-ancestor", commit, other)

    def same_files(self, commit: str, other: str) -> bool:
        """Whether two commits hold the same."""
        return self.git.succeeds("diff-tree", "--quiet", commit, other)

    def fetched(self, remote: str, branch: str) -> str:
        """The commit that a branch stands at in a remote, with all its history; empty if it is not there."""
        reference = f"refs/heads/{branch}"
        commit = self.git.line("ls-remote", "--", remote, reference).partition("\t")[0]
        if commit:
            is_shallow = self.git.line("rev-parse", "--is-shallow-repository") == "true"
            depth = ("--unshallow",) if is_shallow and not self.repository.is_local else ()
            options = ("--quiet", "--no-tags", "--no-write-fetch-head", *depth)
            self.git.run("fetch", *options, "--", remote, reference)
        return commit

    def has_changes_of(self, commit: str, base: str, tip: str) -> bool:
        """Whether a commit has the files that were changed between two others as the later one has them, as
        after a merge that has made one commit of all."""
        names = self.git.run("diff-tree", "-r", "--name-only", "--no-renames", "-z", base, tip)
        paths = [f":(literal){os.fsdecode(name)}" for name in names.split(b"\0") if name]
        return bool(paths) and self.git.succeeds("diff-tree", "-r", "--quiet", commit, tip, "--", *paths)

    def bundle(self, base: str, commit: str) -> bytes:
        """The commits after a base, to be carried to another machine; empty for a local repository, which
        has them itself."""
        if self.repository.is_local:
            return b""
        reference = f"refs/tffix/{commit}"
        self.git.run("update-ref", reference, commit)
        file = self.scratch / "commits.bundle"
        self.git.run("bundle", "create", "--quiet", str(file), f"{base}..{reference}")
        data = file.read_bytes()
        file.unlink()
        return data

    def restore(self, base: str, commit: str, bundle: bytes) -> None:
        """Makes sure that a commit is there, else takes it from its bundle. Raises GitError."""
        if self.git.commit(commit) is not None:
            return
        if self.git.commit(base) is None:  # the branch has moved on, and this clone is younger
            wanted = f"{base}:refs/tffix/{base}"
            self.git.run("fetch", "--quiet", "--depth=1", "--no-tags", "--", self.repository.location, wanted)
        file = self.scratch / "commits.bundle"
        file.write_bytes(bundle)
        self.git.run("fetch", "--quiet", str(file), f"refs/tffix/{commit}:refs/tffix/{commit}")
        file.unlink()


@contextmanager
def check_out(
    repository: Repository, scratch: Path, git: Git, refresh: bool, is_look: bool
) -> Iterator[Checkout]:
    """Makes a repository ready. ``refresh``: asks its remote where it stands now. ``is_look``: nothing is to
    be done to it, and no program that its configuration names is run. Raises GitError."""
    told = hashlib.sha256(os.fsencode(repository.key)).hexdigest()[:16]
    scratch.mkdir(parents=True, exist_ok=True)
    scratch.chmod(0o700)  # clones know what their addresses are, passwords and all
    own = scratch / f"{repository.name.replace('/', '+')[-60:]}-{told}"
    own.mkdir(mode=0o700, exist_ok=True)
    if is_look:
        git = git.at(own, LOOKING)
    if repository.is_local:
        if is_look:
            git = replace(git, environment={**git.environment, **OFFLINE})
        yield Checkout(repository, _top(git.at(Path(repository.location))), own)
    else:
        with _clone(repository, own, git, refresh) as clone:
            yield Checkout(repository, clone, own)


def _top(git: Git) -> Git:
    """Git at the top of a local repository, which its path must name. Raises GitError."""
    if not git.directory.is_dir():
        raise GitError(f"{git.directory} does not exist")
    outer = outer_repository(git.directory)
    if outer is not None and is_bare_alike(git.directory):
        raise GitError(f"{git.directory} is a folder of {outer} that only looks like a repository")
    try:
        is_bare = git.line("rev-parse", "--is-bare-repository") == "true"
        top = git.line("rev-parse", "--absolute-git-dir" if is_bare else "--show-toplevel")
    except GitError as error:
        if "not a git repository" in str(error):
            raise GitError(f"{git.directory} is not a git repository") from error
        raise
    if not os.path.samefile(top, git.directory):
        raise GitError(f"{git.directory} is not the top of its repository, {top}: name that, with 'folders'")
    return git


def is_bare_alike(path: Path) -> bool:
    """Whether a folder has what git goes by when it looks for a repository without a working tree."""
    return os.path.isfile(path / "HEAD") and os.path.isdir(path / "objects")


def outer_repository(path: Path) -> Path | None:
    """The nearest repository that a folder is within, without git's own folder."""
    parents = (one for one in path.parents if os.path.exists(one / ".git") or is_bare_alike(one))
    return next(parents, None)


@contextmanager
def _clone(repository: Repository, own: Path, git: Git, refresh: bool) -> Iterator[Git]:
    """Our clone of a repository behind a URL, made now or brought to where the remote stands. While it is
    worked with it counts as broken, so that of one in which a job was cut off no lock stays behind."""
    folder, whole = own / "clone", own / "whole"
    here = git.at(folder, OUR_CLONE)
    if whole.is_file():
        whole.unlink()
        if refresh:
            branch = repository.base or here.line("symbolic-ref", "--short", "HEAD")
            head = f"+refs/heads/{branch}:refs/heads/{branch}"
            here.run("fetch", "--quiet", "--depth=1", "--no-tags", "--", repository.location, head)
    else:
        _remove(folder)
        wanted = ("--branch", repository.base) if repository.base else ()
        depth = ("--bare", "--depth=1", "--no-tags")
        git.at(own).run("clone", "--quiet", *depth, *wanted, "--", repository.location, str(folder))
    yield here
    whole.touch()


def _remove(folder: Path) -> None:
    """Takes a folder away. A program that was cut off may still write to it, which is then elsewhere."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        away = folder.with_name(f"{folder.name[:100]}.{os.getpid()}.gone")
        folder.replace(away)
        shutil.rmtree(away, ignore_errors=True)
