"""Command lines that run the old tool or install the old packages: reported, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..rules.codemod import Note

COMMANDS = (
    "apply|completion|convert|debug|deploy|destroy|diff|force-unlock|get|init|list|login|output|plan|provider"
    "|synth|watch"
)

_RUNS = re.compile(
    rf"(?<![\w./-])cdktf(?:-cli)?(?:@[\w.^~-]+)?\s+(?:-[\w-]+\s+)*(?:{COMMANDS})\b"
    r"|(?<![\w./])cdktf-cli\b"
)
# Bounded and without a way back: a line may be very long.
_INSTALLS = re.compile(
    r"\b(?:pip3?|pipenv|uv|poetry|pdm)\b(?>[^#\n]{0,400}?\b(?:install|add)\b)[^#\n]{0,400}?"
    r"(?<![\w./-])cdktf(?![\w.])"
)
_ACTION = re.compile(r"\bhashicorp/terraform-cdk-action\b")
_IMAGE = re.compile(r"\bhashicorp/(?:jsii-terraform|terraform-cdk)\b")

_NAMES = {
    "pipfile",
    "pyproject.toml",
    "makefile",
    "gnumakefile",
    "justfile",
    "jenkinsfile",
    "tox.ini",
    "noxfile.py",
    "package.json",
    "procfile",
    "taskfile.yml",
    "taskfile.yaml",
    ".pre-commit-config.yaml",
    "environment.yml",
    "environment.yaml",
    "help",
}
_CI = {
    ".gitlab-ci.yml",
    ".travis.yml",
    "azure-pipelines.yml",
    "bitbucket-pipelines.yml",
    "buildspec.yml",
    "buildspec.yaml",
    "cloudbuild.yaml",
}
_CI_FOLDERS = {".github", ".circleci", ".buildkite", ".azure-pipelines", ".gitlab"}
_ENDINGS = {".md", ".rst", ".sh", ".bash", ".mk", ".ps1"}


def is_told_of(path: str) -> bool:
    """Whether a file is one in which commands are looked for."""
    pure = PurePosixPath(path)
    name = pure.name.lower()
    if name in _NAMES or name in _CI or pure.suffix.lower() in _ENDINGS:
        return True
    if name.startswith(("dockerfile", "readme")) or name.endswith(".dockerfile"):
        return True
    return pure.suffix in {".yml", ".yaml"} and bool(_CI_FOLDERS & set(pure.parts))


def find_commands(data: bytes, path: str) -> Iterator[Note]:
    """The lines that a person must change, each once."""
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        for pattern, advice in (
            (_RUNS, "The command is `cdktn` now, its npm package `cdktn-cli`."),
            (_INSTALLS, "The packages are called `cdktn` and `cdktn-provider-…` now."),
            (_ACTION, "This action runs `cdktf`; run `cdktn` in its place."),
            (_IMAGE, "This image contains `cdktf`; use one with `cdktn-cli`."),
        ):
            found = pattern.search(line)
            if found:
                text = " ".join(found[0].split())
                yield Note(path, number, found.start() + 1, f"'{text}' is of CDK for Terraform", advice)
                break


__all__ = ["COMMANDS", "find_commands", "is_told_of"]
