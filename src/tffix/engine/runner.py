"""Runs transforms over a project: finds, fixes to a fixed point, and lays out what was fixed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from ..hcl import parse
from ..hcl.settle import settle
from ..hcl.tree import File, edits
from ..projection import Refused
from ..rules.transform import Finding, Tier, Transform
from ..terraform.module import Module, UnreadableFileError, is_document
from ..terraform.project import Project
from ..terraform.secrets import secret_texts
from .links import why_not_through_link
from .places import address, changed_lines, file_error, lines_before, place
from .policy import Held, Policy
from .results import Change, Defect, FileError, Found, Result
from .trees import as_read, encoded, generated, is_edited, remade, text_of

MAX_ROUNDS = 10

Decide = Callable[[Found, list[Change]], bool]
"""Asked before each fix with what it would change."""

_Key = tuple[str, str, str, str]
_Snapshot = dict[str, dict[str, File]]


def check(project: Project, transforms: Sequence[Transform], policy: Policy) -> Result:
    """The findings of all transforms. Fixes are tried and taken back, so that those that would be refused are
    not promised."""
    return _Run(project, transforms, policy, None).check()


def repair(
    project: Project, transforms: Sequence[Transform], policy: Policy, decide: Decide | None = None
) -> Result:
    """Makes the fixes in the project's trees and tells what changed; nothing is written."""
    return _Run(project, transforms, policy, decide).repair()


class _Run:
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
        self.originals = {path: dict(module.files) for path, module in project.modules.items()}
        self.refused: dict[_Key, str] = {}  # in this round: another fix may make a refused one possible
        self.ruled_out: dict[_Key, str] = {}  # for good
        self.broken: set[tuple[str, str]] = set()  # transforms that cannot look at a module
        self.stopped: set[str] = set()  # transforms whose fixes came to no end
        self.secrets = frozenset[str]()  # of all modules here: values go from one to another
        self.searched: set[str] = set()  # modules whose secrets are known
        self.known: dict[str, dict[str, list[Finding]]] = {}  # by module and rule, of the trees as they are
        self.risky: dict[str, list[tuple[int, int, Tier]]] = {}  # lines of the files that the user has

    # -- finding -----------------------------------------------------------------------------------------

    def check(self) -> Result:
        looked = self.look()
        found = _in_order(one for _, one in looked)
        if not self.are_all_made(finding for finding, one in looked if one.fixable):
            found = self.tried(found)
        self.result.found = found
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
        if self.secrets:
            self.result.secrets = dict.fromkeys(self.project.modules, self.secrets)

    def learn_secrets(self, module: Module) -> None:
        """Keeps in mind what must not be shown of a module; only where there is something to be shown."""
        if module.path not in self.searched:
            self.searched.add(module.path)
            self.secrets |= secret_texts(module)

    def are_all_made(self, findings: Iterable[Finding]) -> bool:
        """Whether all fixes are made when they are tried one after the other, without anything being looked
        at again. They are taken back."""
        wanted = list(findings)
        if not wanted:
            return True
        try:
            return all(map(_changes_something, wanted)) and all(map(self.may_be_written, self.touched()))
        except Exception:
            return False  # which fix is at fault, and why, shows when they are made as a repair does
        finally:
            self.restore(self.originals)

    def touched(self) -> Iterator[tuple[Module, str]]:
        """The files that differ from those that were read, by their names."""
        for module in self.project.modules.values():
            known = self.originals.get(module.path, {})
            for name, file in (*module.files.items(), *module.documents.items()):
                if is_edited(file) or known.get(name) is not file:
                    yield module, name

    def may_be_written(self, edited: tuple[Module, str]) -> bool:
        """Whether it is plain that a file can be written: what is a view may have no counterpart, and a link
        be there for others."""
        module, name = edited
        if name not in module.files:
            return False  # a test or values of variables
        path = module.files[name].path
        is_plain = module.files[name].language == "hcl" and not os.path.islink(path)
        reason = self.project.left_alone.get(path) or module.why_not_written(name)
        return is_plain and not reason and not self.policy.unwritable(path)

    def tried(self, found: list[Found]) -> list[Found]:
        """Findings of which none is called fixable that a repair leaves."""
        defects = list(self.result.defects)
        while not self.reaches_fixed_point():
            pass
        left: dict[_Key, list[Found]] = {}
        for one in _in_order(one for _, one in self.look()):
            left.setdefault((one.rule, one.path, one.address, one.message), []).append(one)
        self.restore(self.originals)
        self.result.fixed, self.result.defects = [], defects
        return [self.as_left(one, left) if one.fixable else one for one in found]

    def as_left(self, one: Found, left: dict[_Key, list[Found]]) -> Found:
        same = left.get((one.rule, one.path, one.address, one.message))
        if not same:
            return one
        after = same.pop(0)
        return replace(
            one, fixable=after.fixable, reason=after.reason, release=after.release, is_held=after.is_held
        )

    def findings(self, transform: Transform, module: Module) -> list[Finding]:
        """What a transform finds in a module, less what is suppressed. Its own failure is a defect."""
        key = (transform.name, module.path)
        if key in self.broken or (module.language != "hcl" and module.language not in transform.languages):
            return []
        known = self.known.setdefault(module.path, {})
        if transform.name not in known:
            try:
                found = [one for one in transform.find(module) if self.counts(transform, one, module)]
            except Exception as error:
                self.broken.add(key)
                self.defect(transform, module, f"failed: {_reason(error)}", error)
                return []
            known[transform.name] = found
        return known[transform.name]

    def counts(self, transform: Transform, finding: Finding, module: Module) -> bool:
        file = module.file_of(finding.at)
        if file.path in self.project.left_alone or file.language not in transform.languages:
            return False
        return self.policy.counts(transform, finding, module)

    def found(self, transform: Transform, finding: Finding, module: Module) -> Found:
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
        return transform.name, module.file_of(finding.at).path, address(finding), finding.message

    def defect(self, transform: Transform, module: Module, message: str, error: Exception | None) -> None:
        if os.environ.get("TFFIX_DEBUG") and error is not None:
            raise error
        self.result.defects.append(Defect(transform.name, module.path, message))

    # -- fixing ------------------------------------------------------------------------------------------

    def repair(self) -> Result:
        for module in self.project.modules.values():
            self.learn_secrets(module)  # before a fix takes one out
        while not self.reaches_fixed_point():
            pass
        self.result.changes = [
            replace(one, risky=tuple(self.risky.get(one.path, ()))) for one in self.changes(self.originals)
        ]
        self.result.found = _in_order(one for _, one in self.look())
        self.keep_secrets()
        return self.result

    def reaches_fixed_point(self) -> bool:
        """Makes fixes until none is left. If there is no end to them, undoes everything and stops the
        rules that went on and on."""
        states, changed = [self.state()], []
        for _ in range(MAX_ROUNDS):
            self.refused = {}
            changed.append(set(self.round()))
            if not changed[-1]:
                return True
            state = self.state()
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
        self.restore(self.originals)
        return False

    def round(self) -> Iterator[str]:
        """Lets every transform fix every module once; yields the names of those that changed one."""
        for transform in self.transforms:
            for module in list(self.project.modules.values()):
                fix = self.fix_all if self.decide is None else self.fix_singly
                if transform.name not in self.stopped and fix(transform, module):
                    yield transform.name

    def fixable(self, transform: Transform, module: Module) -> list[Finding]:
        return [
            one
            for one in self.findings(transform, module)
            if one.fix is not None
            and not self.reason(transform, one, module)
            and self.held(transform, one, module) is None
        ]

    def fix_all(self, transform: Transform, module: Module) -> bool:
        """Makes all fixes of a transform in a module at once, tier by tier."""
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
        before = self.snapshot(module)
        told = [self.told(transform, one, module) for one in findings]
        try:
            for finding in findings:
                assert finding.fix is not None
                finding.fix()
            self.settle(before)
            unwanted = self.forbidden(before) or not any(self.changes(before))
        except Exception:
            unwanted = True  # which of the fixes is at fault, and why, shows when it is made alone
        if unwanted:
            self.restore(before)
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

    def note(self, told: list[Found], before: _Snapshot) -> None:
        """Keeps in mind what was fixed, and the lines that a fix changed which is not safe."""
        self.result.fixed += told
        tier = told[0].tier
        if tier is Tier.SAFE:
            return
        originals = {file.path: file.original for one in self.originals.values() for file in one.values()}
        for change in self.changes(before):
            ranges = changed_lines(originals.get(change.path, b""), change.old or b"", change.new)
            self.risky.setdefault(change.path, []).extend((*one, tier) for one in ranges)

    def fix_singly(self, transform: Transform, module: Module) -> bool:
        """Makes the fixes that there are now one by one; those that show up meanwhile wait their turn."""
        keys = [self.key(transform, one, module) for one in self.fixable(transform, module)]
        done = [self.fix_part(transform, [key], module) for key in keys]
        return any(done)

    def fix_one(self, transform: Transform, finding: Finding, module: Module, key: _Key) -> bool:
        before = self.snapshot(module)
        told = self.told(transform, finding, module)
        is_hcl = module.file_of(finding.at).language == "hcl"
        try:
            assert finding.fix is not None
            finding.fix()
            self.settle(before)
            refusal = self.forbidden(before)
        except (Refused, UnreadableFileError) as refused:
            refusal = str(refused)
        except Exception as error:
            self.restore(before)
            self.ruled_out[key] = "its fix failed"
            self.defect(transform, module, f"a fix failed and was rolled back: {_reason(error)}", error)
            return False
        if refusal:
            self.restore(before)
            self.refused[key] = refusal
            return False
        changes = list(self.changes(before))
        if not changes:
            self.ruled_out[key] = "its fix changes nothing"
            if is_hcl:  # comments and order have no counterpart in other languages
                self.defect(transform, module, f"a fix changes nothing: {told.message}", None)
            return False
        if self.decide is not None and not self.decide(told, changes):
            self.restore(before)
            self.ruled_out[key] = "not wanted"
            return False
        self.note([told], before)
        return True

    def forbidden(self, before: _Snapshot) -> str:
        """Why what was changed cannot be written, or nothing."""
        by_program = {file.path: generated(file) for files in before.values() for file in files.values()}
        for module, name, change in self.edited(before):
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

    # -- the trees ---------------------------------------------------------------------------------------

    def snapshot(self, module: Module) -> _Snapshot:
        """The files, as they are now (parsed, settled), of a module, of those that it is tied to and of those
        that were made."""
        tied = {one.path: one for one in self.project.tied(module)}
        made = {path: self.project.modules[path] for path in self.project.made}
        return {path: {**one.files, **one.documents} for path, one in (tied | made).items()}

    def within(self, before: _Snapshot) -> Iterator[tuple[Module, dict[str, File]]]:
        """The modules of a snapshot with their files at that time, and those that were made since."""
        for path in (*before, *sorted(self.project.made - before.keys())):
            yield self.project.modules[path], before.get(path, {})

    def settle(self, before: _Snapshot) -> None:
        """Lays out and parses anew every file that differs from its source. Raises HclSyntaxError."""
        changed = []
        for module, known in self.within(before):
            files = {name: _settled(file, known.get(name)) for name, file in module.files.items()}
            if any(file is not module.files[name] for name, file in files.items()):
                module.files = dict(sorted(files.items()))
                changed.append(module)
            for name, file in list(module.documents.items()):
                as_read = file if name in module.as_read else None
                module.keep_document(name, _settled(file, known.get(name, as_read)))
        self.trees_changed(before, changed)

    def restore(self, before: _Snapshot) -> None:
        changed, is_one_gone = [], False
        for module, known in list(self.within(before)):
            if module.path in self.project.made and not known:
                self.project.forget(module.path)
                is_one_gone = True
                continue
            files = {name: as_read(file) for name, file in known.items() if not is_document(name)}
            if files != module.files:
                module.files = files
                changed.append(module)
            module.forget_documents()
            for name, file in known.items():
                if is_document(name):
                    module.keep_document(name, as_read(file))
        self.trees_changed(before, None if is_one_gone else changed)

    def trees_changed(self, before: _Snapshot, changed: Sequence[Module] | None) -> None:
        """Ties the modules whose trees have changed anew (None: all) and forgets what was found in them."""
        self.project.tie(changed)
        for path in (*before, *self.project.made):
            self.known.pop(path, None)

    def state(self) -> int:
        modules = self.project.modules.values()
        files = (file for one in modules for file in (*one.files.values(), *one.documents.values()))
        return hash(tuple((file.path, file.source) for file in files))

    def edited(self, before: _Snapshot) -> Iterator[tuple[Module, str, Change]]:
        """What is new since ``before``: the modules, the names of their files, and the changes."""
        for module, files in self.within(before):
            for name, file in (*module.files.items(), *module.documents.items()):
                known = files.get(name)
                old = known.original if known is not None else module.as_read.get(name)
                if known is not file and old != file.original and (old is not None or file.original):
                    together = min(one.path for one in self.project.tied(module))
                    yield module, name, Change(file.path, old, file.original, together, secrets=self.secrets)

    def changes(self, before: _Snapshot) -> Iterator[Change]:
        return (change for _, _, change in self.edited(before))

    def told(self, transform: Transform, finding: Finding, module: Module) -> Found:
        """A finding with its line as it is in the file that the user has."""
        found = self.found(transform, finding, module)
        name = os.path.basename(found.path)
        original = self.originals.get(module.path, {}).get(name)
        current = module.files[name]
        if original is None or original is current or text_of(original) == text_of(current):
            return found
        lines = lines_before(text_of(original), text_of(current))
        return replace(found, line=lines[found.line - 1])


def _settled(file: File, known: File | None) -> File:
    """A file that was edited, laid out and parsed anew; one that was not, itself."""
    text = file.text if known is not file or is_edited(file) else file.source
    if known is file and text == file.source:
        return file
    parse(encoded(file, text), file.path)  # tells of a fault better than the layout would
    return remade(file, settle(known.source if known else "", text))


def _changes_something(finding: Finding) -> bool:
    """Makes a fix, and tells whether it edits anything."""
    before = edits()
    assert finding.fix is not None
    finding.fix()
    return edits() != before


def _in_order(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: (one.path, one.line, one.column, one.rule))


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
