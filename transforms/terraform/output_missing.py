"""Root modules that create what others need to know of and show nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, count

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Tier,
    Transform,
    called_module,
    inference,
    library_evidence,
    parse_block,
    quote,
    root_evidence,
)

from . import _files
from ._for_show import is_for_show
from ._outputs import ALWAYS, Output, described, wanted
from ._scratch_buckets import is_scratch
from ._values_shown import is_sensitive, names_from, shown_resources

FILE = "outputs.tf"
_ENVIRONMENTS = ("prod", "production", "stage", "staging", "test", "qa", "uat", "dev", "development")


class OutputMissing(Transform):
    """A root module has no output for a resource that its users need to find.

    What:
        Gives a root module an output for each load balancer, RDS database, S3 bucket, VPC and SNS topic of
        which no output gives anything, and to a root without any output those of queues, clusters, zones and
        so on too (a table of some 60 rows): in `outputs.tf`, or where its other outputs are. The only one of
        a kind gives `alb_dns_name`, `rds_endpoint`, `s3_bucket_name`, `vpc_id`; several are named by their
        labels. `count` gives a list, `for_each` a map by the same keys. Endpoints of databases, caches and
        search domains are sensitive, and so is what derives from a sensitive value. A root without outputs
        that only calls modules on the disk shows what they give.

    Why:
        Without outputs a deployment cannot be checked, and what comes next (a DNS record, a client's
        settings, another module) has to look up by hand what Terraform knows.

    Example:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = var.subnet_ids
        }

    Becomes:
        output "alb_dns_name" {
          description = "DNS name of the Application Load Balancer"
          value       = aws_lb.web.dns_name
        }

    Impact:
        None on resources. The next plan shows new output values, which is a difference for
        `plan -detailed-exitcode`: where something shows that the module is deployed, the fix is held back.

    Limits:
        Child modules, examples and test fixtures get nothing, nor do modules for which Terragrunt writes
        files of unknown content; a module that seems to be made for others to call, as the rule
        terraform-provider-blocks-misplaced sees it, gets no more than a report. Resources inside modules that
        a root calls do not count. Any output that shows anything of a resource will do. A bucket in which
        everything expires within a week and that another resource or a module is told of needs none.

    Source:
        Terraform language documentation: Output Values, Manage Sensitive Data.
    """

    name = "terraform-output-missing"
    impact = Impact.NONE
    tier = Tier.DEPLOYED  # what a live root shows to others is for its owners to say
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not module.is_root or is_for_show(module) or _files.why_untouchable(module, (FILE,)):
            return
        if module.generated.unreadable:
            return  # what Terragrunt writes may have outputs
        shown, shows_some = shown_resources(module), _shows_some(module)
        for _, block in _files.declared(module, "resource"):
            output = wanted(block) if len(block.labels) == 2 else None
            address = Address(block.labels)
            if output is None or (shows_some and block.labels[0] not in ALWAYS):
                continue
            if address in shown or _shown_elsewhere(str(address), module):
                continue
            shown.add(address)  # declared once more, it is still one resource
            if "bucket" in output.kind and is_scratch(block, module):
                continue
            message = f"no output shows anything of {address}"
            if for_others := "" if root_evidence(module) else library_evidence(module):
                yield Finding(block, message, advice=f"left to its author: {for_others}")
                continue
            yield Finding(block, message, partial(_add, block, output, module))
        if not shows_some and not module.blocks("resource"):
            yield from _calls(module)


def _calls(module: Module) -> Iterator[Finding]:
    """The findings at the calls of a root that only calls modules, and shows nothing of what they give."""
    for _, block in _files.declared(module, "module"):
        child = called_module(module, block) if len(block.labels) == 1 else None
        if child is None or not _given(child):
            continue
        message = f"no output shows anything of module.{block.labels[0]}"
        if for_others := "" if root_evidence(module) else library_evidence(module):
            yield Finding(block, message, advice=f"left to its author: {for_others}")
        else:
            yield Finding(block, message, partial(_pass_on, block, child, module))


def _given(child: Module) -> list[Block]:
    """The outputs of a module that a root can show: ephemeral values are for modules only."""
    outputs = [one for one in child.blocks("output") if len(one.labels) == 1]
    return [one for one in outputs if (mark := one.get("ephemeral")) is None or mark.boolean is False]


def _pass_on(call: Block, child: Module, module: Module) -> None:
    """Shows each output of a called module, by the call's name where several calls have one of that name."""
    label = call.labels[0]
    for output in _given(child):
        name, value = output.labels[0], f"module.{label}.{output.labels[0]}"
        if call.get("for_each") is not None:
            value = f"{{ for k, v in module.{label} : k => v.{name} }}"
        elif call.get("count") is not None:
            value = f"module.{label}[*].{name}"
        shown = name if not module.blocks("output", name) else f"{label}_{name}"
        if module.blocks("output", shown):
            raise Refused(f"there is an output '{shown}' already")
        lines = [f"output {quote(shown)} {{"]
        for argument in ("description", "sensitive"):
            attribute = output.get(argument)
            if attribute is not None and inference.is_plain(attribute.expression):
                lines.append(f"  {argument} = {attribute.source}")
        lines.insert(2 if len(lines) > 1 and "description" in lines[1] else 1, f"  value = {value}")
        _files.add(parse_block("\n".join((*lines, "}"))), module, FILE)


def _shows_some(module: Module) -> bool:
    """Whether the author of a module chose what it shows."""
    return bool(module.blocks("output")) or _shown_elsewhere("output", module)


def _shown_elsewhere(text: str, module: Module) -> bool:
    """Whether a file that cannot be parsed has a text in it."""
    return any(
        name.endswith((".tf", ".tf.json")) and re.search(rf"\b{re.escape(text)}\b", content)
        for name, content in module.texts.items()
    )


def _add(block: Block, output: Output, module: Module) -> None:
    address, attribute = ".".join(block.labels), output.attribute or output.word
    many = block.get("count") is not None or block.get("for_each") is not None
    if block.get("for_each"):
        value = f"{{ for k, v in {address} : k => v.{attribute} }}"
    else:
        value = f"{address}{'[*]' if many else ''}.{attribute}"
    if many:
        output = replace(output, description=_plurals(output.description))
    description = output.description if _is_alone(output, module) else described(output, block.labels[1])
    lines = [
        f"output {quote(_name(block, output, module, many))} {{",
        f"  description = {quote(description)}",
        f"  value = {value}",
    ]
    if output.sensitive or any(
        is_sensitive(one, block, module) for one in names_from(block, output.attribute or output.word)
    ):
        lines.append("  sensitive = true")
    _files.add(parse_block("\n".join((*lines, "}"))), module, FILE)


def _name(block: Block, output: Output, module: Module, many: bool) -> str:
    """A name that is free: the plain one for the only resource of its kind, else one with the label."""
    plain = f"{output.kind}_{output.word}"
    names = [_labelled(block.labels[1], output)]
    if _is_alone(output, module):
        names.insert(0, plain)
    numbered = (f"{names[-1]}_{number}" for number in count(2))
    for name in chain(names, numbered):
        candidate = _plural(name) if many else name
        if not module.blocks("output", candidate) and not _shown_elsewhere(candidate, module):
            return candidate
    raise AssertionError


def _is_alone(output: Output, module: Module) -> bool:
    """Whether the outputs of no two resources of the module would have the same plain name."""
    kin = module.index(_by_plain_name, _itself).get((output.kind, output.word))
    return all(one.labels == kin[0].labels for one in kin)


def _by_plain_name(block: Block) -> Iterator[tuple[tuple[str, str], Block]]:
    output = wanted(block) if block.type == "resource" and len(block.labels) == 2 else None
    if output is not None:
        yield (output.kind, output.word), block


def _itself(block: Block) -> Block:
    return block


def _labelled(label: str, output: Output) -> str:
    """The label and what it does not say itself: ``logs`` gives ``logs_s3_bucket_name``, ``logs_bucket``
    gives ``logs_bucket_name``, ``prod_s3_bucket`` just ``s3_bucket_name``."""
    words, kind = label.replace("-", "_").split("_"), output.kind.split("_")
    if words[0] in _ENVIRONMENTS and words[1:] == kind:
        return f"{output.kind}_{output.word}"
    more = [] if words[-1] == kind[-1] else [word for word in kind if word not in words]
    return "_".join((*words, *more, output.word))


def _plurals(description: str) -> str:
    """``Names of the S3 buckets``."""
    return " of the ".join(map(_plural, description.split(" of the ")))


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith("ss") else "s")
