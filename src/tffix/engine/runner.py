"""Runs transforms over a project: finds, fixes to a fixed point, and lays out what was fixed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from ..projection import Refused
from ..rules.transform import Finding, Tier, Transform
from ..terraform.groups import Group
from ..terraform.module import Module, UnreadableFileError
from ..terraform.project import Project
from ..terraform.secrets import secret_texts
from .links import why_not_through_link
from .places import address, changed_lines, file_error, lines_before, place
from .policy import Held, Policy
from .results import Change, Defect, FileError, Found, Result
from .snapshots import Snapshot, Trees
from .trees import generated, text_of
from .trial import in_order, tried

MAX_ROUNDS = 10

Decide = Callable[[Found, list[Change]], bool]
"""Asked before each fix with what it would change."""

_Key = tuple[str, str, str, str]


def check(project: Project, transforms: Sequence[Transform], policy: Policy) -> Result:
    """The findings of all transforms. Fixes are tried and taken back, so that those that would be refused are
    not promised."""
    return Run(project, transforms, policy, None).check()


def repair(
    project: Project, transforms: Sequence[Transform], policy: Policy, decide: Decide | None = None
) -> Result:
    """Makes the fixes in the project's trees and tells what changed; nothing is written."""
    return Run(project, transforms, policy, decide).repair()


class Run:
    """Some transforms over a project. What it comes to is in ``result``."""

    def __init__(
        self, project: Project, transforms: Sequence[Transform], policy: Policy, decide: Decide | None
    ) -> None:
        self.project = project
        self.transforms = transforms
        self.policy = policy
        self.decide = decide
        self.result = Result()
        self.result.modules = len(project.modules)
        files = (file for module in project.modules.values() for file in module.files.values())
        self.result.files = sum(file.path not in project.left_alone for file in files)
        self.result.errors = [file_error(error) for error in project.errors]
        self.trees = Trees(project, self.forget)
        self.refused: dict[_Key, str] = {}  # in this round: another fix may make a refused one possible
        self.ruled_out: dict[_Key, str] = {}  # for good
        self.broken: set[tuple[str, str]] = set()  # transforms that cannot look at a module
        self.stopped: set[str] = set()  # transforms whose fixes came to no end
        self.secrets = frozenset[str]()  # of all modules here: values go from one to another
        self.searched: set[str] = set()  # modules whose secrets are known
        # By module and rule, of the trees as they are.
        self.known: WeakKeyDictionary[Group, dict[tuple[str, str], list[Finding]]] = WeakKeyDictionary()
        self.risky: dict[str, list[tuple[int, int, Tier]]] = {}  # lines of the files that the user has

    # -- finding -----------------------------------------------------------------------------------------

    def check(self) -> Result:
        """All findings; nothing is changed."""
        self.result.found = tried(self, self.look())
        self.keep_secrets()
        return self.result

    def look(self) -> list[tuple[Finding, Found]]:
        """All findings."""
        found = []
        for transform in self.transforms:
            for module in self.project.modules.values():
                for finding in self.findings(transform, module):
                    found.append((finding, self.found(transform, finding, module)))
                    self.learn_secrets(module)
        return found

    def keep_secrets(self) -> None:
        """Notes in the result what must not be shown of it."""
        if self.secrets:
            self.result.secrets = dict.fromkeys(self.project.modules, self.secrets)

    def learn_secrets(self, module: Module) -> None:
        """Keeps in mind what must not be shown of a module; only where there is something to be shown."""
        if module.path not in self.searched:
            self.searched.add(module.path)
            self.secrets |= secret_texts(module)

    def findings(self, transform: Transform, module: Module) -> list[Finding]:
        """What a transform finds in a module, less what is suppressed. Its own failure is a defect."""
        key = (transform.name, module.path)
        if key in self.broken or (module.language != "hcl" and module.language not in transform.languages):
            return []
        known = self.known.setdefault(module.group, {})
        if key not in known:
            try:
                found = [one for one in transform.find(module) if self.counts(transform, one, module)]
            except Exception as error:
                self.broken.add(key)
                self.defect(transform, module, f"failed: {_reason(error)}", error)
                return []
            known[key] = found
        return known[key]

    def counts(self, transform: Transform, finding: Finding, module: Module) -> bool:
        """Whether a finding is to be reported, or its file or line says otherwise."""
        file = module.file_of(finding.at)
        if file.path in self.project.left_alone or file.language not in transform.languages:
            return False
        return self.policy.counts(transform, finding, module)

    def found(self, transform: Transform, finding: Finding, module: Module) -> Found:
        """A finding as a value with its place, and why its fix is not made."""
        path, line, column = place(finding, module)
        reason = self.reason(transform, finding, module)
        held = self.held(transform, finding, module) if finding.fix is not None and not reason else None
        return Found(
            rule=transform.name,
            message=finding.message,
            path=path,
            line=line,
            column=column,
            address=address(finding),
            impact=transform.impact_of(finding),
            tier=self.policy.tier_of(transform, finding),
            advice=finding.advice,
            fixable=finding.fix is not None and not reason and held is None,
            reason=held.reason if held is not None else reason,
            release=held.release if held is not None else "",
            is_held=held is not None,
        )

    def reason(self, transform: Transform, finding: Finding, module: Module) -> str:
        """Why the fix that a finding has is not made, or nothing."""
        if finding.fix is None:
            return ""
        if transform.name in self.stopped:
            return "the fixes of this rule never end here"
        key = self.key(transform, finding, module)
        return self.ruled_out.get(key) or self.refused.get(key) or generated(module.file_of(finding.at))

    def held(self, transform: Transform, finding: Finding, module: Module) -> Held | None:
        """Why a fix is held back for what may be deployed, if it is."""
        return self.policy.held_back(transform, finding, module)

    def key(self, transform: Transform, finding: Finding, module: Module) -> _Key:
        """What a finding is known by when it is found again after an edit."""
        return transform.name, module.file_of(finding.at).path, address(finding), finding.message

    def defect(self, transform: Transform, module: Module, message: str, error: Exception | None) -> None:
        """Notes a fault of a rule."""
        if os.environ.get("TFFIX_DEBUG") and error is not None:
            raise error
        self.result.defects.append(Defect(transform.name, module.path, message))

    # -- fixing ------------------------------------------------------------------------------------------

    def repair(self) -> Result:
        """What is left and what was changed when no fix can be made any more."""
        for module in self.project.modules.values():
            self.learn_secrets(module)  # before a fix takes one out
        while not self.reaches_fixed_point():
            pass
        self.result.changes = [
            replace(one, risky=tuple(self.risky.get(one.path, ())))
            for one in self.changes(self.trees.originals)
        ]
        self.result.found = in_order(one for _, one in self.look())
        self.keep_secrets()
        return self.result

    def reaches_fixed_point(self) -> bool:
        """Makes fixes until none is left. If there is no end to them, undoes everything and stops the
        rules that went on and on."""
        states, changed = [self.trees.state()], []
        for _ in range(MAX_ROUNDS):
            self.refused = {}
            changed.append(set(self.round()))
            if not changed[-1]:
                return True
            state = self.trees.state()
            if state in states:
                culprits = set().union(*changed[states.index(state) :])
                break
            states.append(state)
        else:
            culprits = changed[-1] | changed[-2]
        why = "these rules undo each other" if len(culprits) > 1 else "its fixes never end"
        path = min(self.project.modules)
        self.result.defects.append(Defect(", ".join(sorted(culprits)), path, f"{why}; none of them was made"))
        self.stopped |= culprits
        self.result.fixed = []
        self.risky.clear()
        self.trees.restore(self.trees.originals)
        return False

    def round(self) -> Iterator[str]:
        """Lets every transform fix every module once; yields the names of those that changed one."""
        for transform in self.transforms:
            for module in list(self.project.modules.values()):
                fix = self.fix_all if self.decide is None else self.fix_singly
                if transform.name not in self.stopped and fix(transform, module):
                    yield transform.name

    def fixable(self, transform: Transform, module: Module) -> list[Finding]:
        """The findings of a rule whose fixes may be made."""
        return [
            one
            for one in self.findings(transform, module)
            if one.fix is not None
            and not self.reason(transform, one, module)
            and self.held(transform, one, module) is None
        ]

    def fix_all(self, transform: Transform, module: Module) -> bool:
        """Makes all fixes of a transform in a module at once, tier by tier."""
        if all(one.fix is None for one in self.findings(transform, module)):
            return False
        done = [self.fix_tier(tier, transform, module) for tier in Tier]
        return any(done)

    def fix_tier(self, tier: Tier, transform: Transform, module: Module) -> bool:
        """Makes the fixes of a tier at once; where that fails, in halves."""
        findings = [
            one for one in self.fixable(transform, module) if self.policy.tier_of(transform, one) is tier
        ]
        if not findings:
            return False
        keys = [self.key(transform, one, module) for one in findings]
        return self.fix_at_once(transform, findings, module) or self.fix_halves(transform, keys, module)

    def fix_at_once(self, transform: Transform, findings: Sequence[Finding], module: Module) -> bool:
        """Makes fixes of one tier at once; where one of them fails, none."""
        before = self.trees.snapshot()
        told = [self.told(transform, one, module) for one in findings]
        try:
            for finding in findings:
                assert finding.fix is not None
                finding.fix()
            self.trees.settle(before)
            unwanted = self.forbidden(before) or not any(self.changes(before))
        except Exception:
            unwanted = True  # which of the fixes is at fault, and why, shows when it is made alone
        if unwanted:
            self.trees.restore(before)
            return False
        self.note(told, before)
        return True

    def fix_halves(self, transform: Transform, keys: Sequence[_Key], module: Module) -> bool:
        """Makes fixes of one tier that fail together half by half, down to the one that is at fault. So it
        costs little to leave one of thousands out."""
        half = max(1, len(keys) // 2)
        done = [self.fix_part(transform, part, module) for part in (keys[:half], keys[half:])]
        return any(done)

    def fix_part(self, transform: Transform, keys: Sequence[_Key], module: Module) -> bool:
        """Makes those of some fixes that are still to be made."""
        waiting, findings = Counter(keys), []
        for finding in self.fixable(transform, module) if keys else ():
            key = self.key(transform, finding, module)
            if waiting[key] > 0:
                waiting[key] -= 1
                findings.append((finding, key))
        if len(findings) < 2:
            done = [self.fix_one(transform, one, module, key) for one, key in findings]
            return any(done)
        if self.fix_at_once(transform, [one for one, _ in findings], module):
            return True
        return self.fix_halves(transform, [key for _, key in findings], module)

    def note(self, told: list[Found], before: Snapshot) -> None:
        """Keeps in mind what was fixed, and the lines that a fix changed which is not safe."""
        self.result.fixed += told
        tier = told[0].tier
        if tier is Tier.SAFE:
            return
        for change in self.changes(before):
            ranges = changed_lines(self.trees.read.get(change.path, b""), change.old or b"", change.new)
            self.risky.setdefault(change.path, []).extend((*one, tier) for one in ranges)

    def fix_singly(self, transform: Transform, module: Module) -> bool:
        """Makes the fixes that there are now one by one; those that show up meanwhile wait their turn."""
        keys = [self.key(transform, one, module) for one in self.fixable(transform, module)]
        done = [self.fix_part(transform, [key], module) for key in keys]
        return any(done)

    def fix_one(self, transform: Transform, finding: Finding, module: Module, key: _Key) -> bool:
        """Makes one fix; undoes it where it fails or breaks something. Returns whether it was made."""
        before = self.trees.snapshot()
        told = self.told(transform, finding, module)
        is_hcl = module.file_of(finding.at).language == "hcl"
        try:
            assert finding.fix is not None
            finding.fix()
            self.trees.settle(before)
            refusal = self.forbidden(before)
        except (Refused, UnreadableFileError) as refused:
            refusal = str(refused)
        except Exception as error:
            self.trees.restore(before)
            self.ruled_out[key] = "its fix failed"
            self.defect(transform, module, f"a fix failed and was rolled back: {_reason(error)}", error)
            return False
        if refusal:
            self.trees.restore(before)
            self.refused[key] = refusal
            return False
        changes = list(self.changes(before))
        if not changes:
            self.ruled_out[key] = "its fix changes nothing"
            if is_hcl:  # comments and order have no counterpart in other languages
                self.defect(transform, module, f"a fix changes nothing: {told.message}", None)
            return False
        if self.decide is not None and not self.decide(told, changes):
            self.trees.restore(before)
            self.ruled_out[key] = "not wanted"
            return False
        self.note([told], before)
        return True

    def forbidden(self, before: Snapshot) -> str:
        """Why what was changed cannot be written, or nothing."""
        by_program = {file.path: generated(file) for files in before.values() for file in files.values()}
        for module, name, change in self.trees.edited(before):
            known = self.project.left_alone.get(change.path) or by_program.get(change.path)
            if known:
                return f"{change.path}: {known}"
            if linked := why_not_through_link(change):
                return linked
            if why := module.why_not_written(name):
                return why
            reason = self.policy.unwritable(change.path)
            if reason:
                error = FileError(change.path, 0, 0, reason)
                if error not in self.result.errors:
                    self.result.errors.append(error)
                return f"{change.path}: {reason}"
        return ""

    def changes(self, before: Snapshot) -> Iterator[Change]:
        """What is new since ``before``, with the texts in it that are not to be shown."""
        return (replace(change, secrets=self.secrets) for _, _, change in self.trees.edited(before))

    def forget(self, modules: Iterable[Module]) -> None:
        """Forgets what was found in modules, and in those that calls tie to them."""
        for module in modules:
            self.known.pop(module.group, None)

    def told(self, transform: Transform, finding: Finding, module: Module) -> Found:
        """A finding with its line as it is in the file that the user has."""
        found = self.found(transform, finding, module)
        current = module.file_of(finding.at)
        original = self.trees.original(current, module)
        if original is None or original is current or text_of(original) == text_of(current):
            return found
        lines = lines_before(text_of(original), text_of(current))
        return replace(found, line=lines[found.line - 1])


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
