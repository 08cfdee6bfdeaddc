"""Parts of the language that the Terraform versions of a module do not have."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, facts, knows, language

from ._features import Feature, features
from ._language import accepted_blocks, is_modern

_COMMON = (1, 5)
"""The last version that Terraform and OpenTofu share."""

_EXPERIMENTS = frozenset(("optional", "validation"))
"""What older versions had as an experiment."""


def _versions(kind: language.Kind) -> Iterator[language.Since]:
    yield kind.since
    yield from (argument.since for argument in kind.arguments.values())
    for inner in kind.blocks.values():
        yield from _versions(inner)


_NEWEST = max(since for kind in language.TOP.values() for since in _versions(kind))


class SettingTooNew(Transform):
    """A module uses a part of the language that no version of its `required_version` has.

    What:
        Compares blocks, arguments and functions with `required_version`: `moved` and `nullable` need
        Terraform 1.1, conditions and `replace_triggered_by` 1.2, optional attributes 1.3, `terraform_data`
        1.4, `import` and `check` 1.5, `removed` 1.7, functions of providers 1.8, validations that refer to
        other variables 1.9, `ephemeral` 1.10, and so on.

    Why:
        No version of Terraform that the module accepts can plan it.

    Example:
        terraform {
          required_version = "~> 1.0.0"
        }

        moved {
          from = aws_sns_topic.alarms
          to   = aws_sns_topic.alerts
        }

        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Impact:
        None: whether to ask for a newer Terraform or to do without is for you to say.

    Limits:
        Only reported, and only where no admitted version has the part: a module that admits older versions
        beside newer ones works with the newer. Silent where `required_version` is not a version constraint.
        Modules that are made for OpenTofu are judged by its versions, as far as they are known.

    Source:
        Terraform's changelogs and OpenTofu's.
    """

    name = "terraform-setting-too-new"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        asked = _asked(module)
        if not asked or not is_modern(module):
            return
        if _admits(_NEWEST, module):
            return
        is_tofu = language.is_tofu(module)
        has_experiments = any(block.get("experiments") for block in module.blocks("terraform"))
        tried = _EXPERIMENTS if has_experiments else frozenset()
        for _, block in accepted_blocks(module):
            for feature in features(block):
                since = None if feature.name in tried else _since(feature, is_tofu)
                if since is not None and not _admits(since, module):
                    yield _finding(feature, since, asked, is_tofu)


def _finding(feature: Feature, since: language.Since, asked: str, is_tofu: bool) -> Finding:
    tool = "OpenTofu" if is_tofu else "Terraform"
    message = (
        f'{feature.words} needs {tool} {since[0]}.{since[1]}, and required_version "{asked}" excludes that'
    )
    advice = f"ask for {tool} {since[0]}.{since[1]} or newer"
    return Finding(feature.at, message, advice=advice, within=feature.within)


def _since(feature: Feature, is_tofu: bool) -> language.Since | None:
    """The version that introduced a part; None where that is not known."""
    if not is_tofu or feature.since <= _COMMON:
        return feature.since
    return language.TOFU.get(feature.name)


def _admits(since: language.Since, module: Module) -> bool:
    return knows(f">= {since[0]}.{since[1]}", module)


def _asked(module: Module) -> str:
    """The constraints on Terraform's version; nothing where there are none, or one cannot be read."""
    found = []
    for block in (*module.blocks("terraform"), *module.generated.blocks("terraform")):
        required = block.get("required_version")
        if required is None:
            continue
        text = required.string
        if text is None or not _is_constraint(text):
            return ""
        found.append(text)
    return ", ".join(found)


def _is_constraint(text: str) -> bool:
    try:
        facts.versions.Constraint.parse(text)
    except facts.versions.InvalidConstraintError:
        return False
    return "~> 0" not in text or "." in text  # `~> 0` has no upper end
