"""What a campaign does with the commits of one repository: brings them to its remote, and takes them back."""

from __future__ import annotations

from contextlib import ExitStack

from .checkout import Checkout
from .git import GitError
from .jobs import Job, Parts
from .records import State

# -- push ------------------------------------------------------------------------------------------------


def push(job: Job) -> tuple[State, Parts]:
    """Pushes the commits, to a branch that is in the remote as it was: not there, or at the base."""
    with job.checkout() as checkout:
        remote = _remote(job, checkout)
        if not remote:
            return State.NOTHING, {"reason": f"has no remote '{job.settings.remote}'"}
        tip = job.commits[-1].id
        checkout.restore(job.base, tip, job.bundle)
        there = _at_remote(checkout, remote, job.target)
        if there == tip:
            return State.DONE, {}
        expected = job.base if job.is_on_base else ""
        if there != expected:
            what = "has moved on there" if job.is_on_base else "already exists"
            raise GitError(f"{job.target} {what} ({there[:10] or 'gone'}); not overwritten")
        reference = f"refs/heads/{job.target}"
        checkout.git.run(
            "push",
            "--quiet",
            f"--force-with-lease={reference}:{expected}",
            "--",
            remote,
            f"{tip}:{reference}",
        )
    return State.DONE, {}


def _remote(job: Job, checkout: Checkout) -> str:
    if not job.repository.is_local:
        return job.repository.location
    known = checkout.git.run("remote").decode("utf-8", "replace").split()
    return job.settings.remote if job.settings.remote in known else ""


def _at_remote(checkout: Checkout, remote: str, branch: str) -> str:
    """The commit that a branch stands at in a remote; empty if it is not there."""
    return checkout.git.line("ls-remote", "--", remote, f"refs/heads/{branch}").partition("\t")[0]


# -- undo ------------------------------------------------------------------------------------------------


def undo(job: Job) -> tuple[State, Parts]:
    """Returns a repository to where it was, here and in its remote, if nobody has touched it since."""
    with ExitStack() as stack:
        try:
            checkout = stack.enter_context(job.checkout())
            here = checkout.git.commit(f"refs/heads/{job.target}")
            tip = _tip(job, checkout, here)
        except GitError as error:
            if job.commits or job.pushed:
                raise
            # An apply that failed in a repository that is not there has made nothing.
            return State.NOTHING, {"reason": f"has nothing of this campaign: {error}"}
        if tip is None:
            return State.NOTHING, {"reason": "has nothing of this campaign"}
        remote = _remote(job, checkout) if job.pushed else ""
        there = _at_remote(checkout, remote, job.target) if remote else ""
        # Looked at before anything is changed: both or none.
        _check_untouched(job, checkout, tip, here)
        if remote:
            _check_remote(job, tip, there)
        if remote and not job.is_on_base:
            _check_unmerged(job, checkout, remote, tip)
        if remote and there == tip:
            _take_back(job, checkout, remote, tip)
        if here == tip:
            _step_back(job, checkout, tip)
    return State.DONE, {}


def _tip(job: Job, checkout: Checkout, here: str | None) -> str | None:
    """The last of our commits. Those of an apply that was cut off nobody has noted; they are known by their
    date."""
    if job.commits:
        return job.commits[-1].id
    if here is None:
        return None
    bases = [job.base]
    if not job.is_on_base:
        bases.append(checkout.start()[1])
    return here if checkout.own_commits(here, job.settings.started, *bases) else None


def _check_untouched(job: Job, checkout: Checkout, tip: str, here: str | None) -> None:
    """Raises GitError if somebody has built on our commits, or has merged them."""
    if here not in (None, tip) and not (job.is_on_base and here == job.base):
        raise GitError(f"{job.target} has moved on since ({(here or '')[:10]}); left as it is")
    if job.is_on_base:
        return
    holder = checkout.tree_holding(job.target)
    if holder is not None:
        raise GitError(f"{job.target} is checked out in {holder.directory}: switch to another branch first")
    if checkout.git.commit(tip) is None:
        return
    for name in (f"refs/heads/{job.base_branch}", f"refs/remotes/origin/{job.base_branch}"):
        if checkout.is_in(tip, checkout.git.commit(name)):
            raise GitError(f"{job.target} has been merged into {job.base_branch}; left as it is")


def _check_remote(job: Job, tip: str, there: str) -> None:
    goal = job.base if job.is_on_base else ""
    if there not in (tip, goal):
        raise GitError(f"{job.target} has moved on since at its remote ({there[:10]}); left as it is")
    if there == goal and job.pushed is State.DONE and not job.resumed:
        what = "is back at its base" if job.is_on_base else "is gone"
        raise GitError(
            f"{job.target} {what} at its remote: someone else has changed it (merged?); left as it is"
        )


def _check_unmerged(job: Job, checkout: Checkout, remote: str, tip: str) -> None:
    """Raises GitError if our commits, or what they hold, are in the base branch of the remote by now."""
    checkout.restore(job.base, tip, job.bundle)
    theirs = checkout.fetched(remote, job.base_branch)
    if theirs and (checkout.is_in(tip, theirs) or checkout.has_changes_of(theirs, job.base, tip)):
        told = f"{job.target} has been merged into {job.base_branch} at its remote"
        raise GitError(f"{told}; left as it is: revert it there")


def _take_back(job: Job, checkout: Checkout, remote: str, tip: str) -> None:
    reference = f"refs/heads/{job.target}"
    wanted = f":{reference}"
    if job.is_on_base:
        checkout.restore(job.base, tip, job.bundle)
        wanted = f"{job.base}:{reference}"
    checkout.git.run("push", "--quiet", f"--force-with-lease={reference}:{tip}", "--", remote, wanted)


def _step_back(job: Job, checkout: Checkout, tip: str) -> None:
    reference = f"refs/heads/{job.target}"
    note = ("-m", "tffix migrate undo")
    holder = checkout.tree_holding(job.target)
    if not job.is_on_base:
        checkout.git.run("update-ref", *note, "-d", reference, tip)
    elif holder is not None:
        holder.run("reset", "--keep", "--quiet", job.base)  # keeps what is not committed, or refuses
    else:
        checkout.git.run("update-ref", *note, reference, job.base, tip)
