"""A small campaign with a repository of each kind, for the tests of reports."""

from __future__ import annotations

from collections.abc import Iterator

from tffix.bulk.records import Commit, Diff, ModulePlan, Phase, Record, State, Step, Summary
from tffix.engine.results import FileError, Found
from tffix.rules.transform import Impact

RULE = "aws-iam-name-not-unique"
STARTED = 1795456800.0
SUMMARY = Summary(
    "Unique names",
    "tffix/unique-names",
    (RULE, "rename-bucket"),
    STARTED,
    {"rename-bucket": "Renames the bucket."},
)
HOSTILE = "=</script><img src=x onerror=\"alert('1')\"><!--<script>&lt;]]>\u2028\u202e\x00'\"`${1}"

DIFF = """\
--- a/iam.tf
+++ b/iam.tf
@@ -1,4 +1,6 @@
+# Unique & <stable>.
 resource "aws_iam_role" "deploy" {
-  name = "deploy"
+  name = "deploy-${random_id.suffix.hex}"
   path = "/"
+  tags = {}
 }
"""


def found(
    rule: str = RULE,
    message: str = "It is shared.",
    impact: Impact = Impact.NONE,
    advice: str = "",
    line: int = 9,
) -> Found:
    return Found(rule, message, "iam.tf", line, 3, "aws_iam_role.deploy", impact, advice, not advice)


def _steps(*steps: Step) -> dict[Phase, Step]:
    return {step.phase: step for step in steps}


def changed() -> Record:
    """Planned, applied and validated, with something left."""
    return Record(
        "team/network",
        "https://bot:hunter2@git.example.com/team/network.git",
        _steps(
            Step(Phase.PLAN, State.DONE, "", STARTED, 1.25),
            Step(Phase.APPLY, State.DONE, "", STARTED + 2, 0.5),
            Step(Phase.VALIDATE, State.DONE, "", STARTED + 3, 2.0),
        ),
        base="c" * 40,
        base_branch="main",
        commits=(Commit("a" * 40, RULE), Commit("b" * 40, "rename-bucket")),
        found=(found(advice="Say who owns it:\n\n  tags = {}"),),
        fixed=(found(impact=Impact.REPLACE, line=2), found("rename-bucket", "An old name.", line=5)),
        diffs=(Diff("iam.tf", DIFF, 3, 1),),
        plans=(
            ModulePlan("infra/app", "1 to add (random_id.suffix), 1 to replace (aws_iam_role.deploy: name)"),
            ModulePlan("infra/odd", "1 to destroy (aws_kms_key.a)", ("destroy aws_kms_key.a",)),
            ModulePlan("infra/old", not_proved="main.tf:3: Unsupported argument"),
        ),
    )


def planned() -> Record:
    """Planned only; a file could not be read."""
    return Record(
        "storage",
        "/checkouts/storage",
        _steps(Step(Phase.PLAN, State.DONE, "", STARTED, 0.75)),
        base="d" * 40,
        base_branch="trunk",
        found=(found("another-rule", "=1+1"),),
        fixed=(found("rename-bucket", "An old name."),),
        errors=(FileError("broken.tf", 3, 1, 'expected "}"'),),
        diffs=(Diff("main.tf", DIFF.replace("iam.tf", "main.tf"), 3, 1),),
    )


def failed() -> Record:
    reason = "git clone: unable to access 'https://bot:hunter2@git.example.com/x.git': error 403"
    return Record(
        "x", "https://git.example.com/x.git", _steps(Step(Phase.PLAN, State.FAILED, reason, STARTED, 2))
    )


def held() -> Record:
    reason = "3 changes are more than the limit of 2"
    steps = _steps(
        Step(Phase.PLAN, State.DONE, "", STARTED, 1), Step(Phase.APPLY, State.HELD, reason, STARTED)
    )
    return Record("held", "/checkouts/held", steps, diffs=(Diff("new.tf", "", 0, 0),))


def idle() -> Record:
    return Record("idle", "/checkouts/idle", _steps(Step(Phase.PLAN, State.NOTHING, "", STARTED, 0.25)))


def campaign() -> Iterator[Record]:
    yield from (changed(), planned(), failed(), held(), idle(), Record("later", "/checkouts/later"))
