"""Root modules that create what others need to know of and show nothing of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, count

from tffix import Address, Block, Finding, Impact, Module, Transform, parse_block, quote

from . import _files
from ._outputs import Output, wanted
from ._scratch_buckets import is_scratch
from ._values_shown import is_sensitive, names_from, shown_resources

FILE = "outputs.tf"
_ENVIRONMENTS = ("prod", "production", "stage", "staging", "test", "qa", "uat", "dev", "development")


class OutputMissing(Transform):
    """A root module shows nothing of a resource that its users have to find.

    What:
        Gives a root module an output for each load balancer, database, bucket, network, topic, queue, cluster
        and so on (a table of some 60 rows) of which no output gives anything: in `outputs.tf`, or where its
        other outputs are. The only one of a kind gives `alb_dns_name`, `rds_endpoint`, `s3_bucket_name`,
        `vpc_id`; several are named by their labels. `count` gives a list, `for_each` a map by the same
        keys. Endpoints of databases are sensitive, and so is what derives from a sensitive value.

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
        None on resources; the next plan shows new output values.

    Limits:
        Child modules, and examples that call the module they belong to, get nothing; resources inside
        modules that a root calls count for nothing. Any output that gives anything of a resource will do. A
        bucket in which everything expires within a week and that another resource or a module is told of
        needs none.

    Source:
        Terraform language documentation: Output Values, Manage Sensitive Data.
    """

    name = "terraform-output-missing"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not module.is_root or _is_example(module) or _files.why_untouchable(module, (FILE,)):
            return
        shown = shown_resources(module)
        for _, block in _files.declared(module, "resource"):
            output = wanted(block) if len(block.labels) == 2 else None
            address = Address(block.labels)
            if output is None or address in shown or _shown_elsewhere(str(address), module):
                continue
            if "bucket" in output.kind and is_scratch(block, module):
                continue
            message = f"no output shows anything of {address}"
            yield Finding(block, message, partial(_add, block, output, module))


def _is_example(module: Module) -> bool:
    """Whether a module calls the one in whose folder it stands, or is an example in name."""
    sources = [source.string or "" for call in module.blocks("module") if (source := call.get("source"))]
    upward = [posixpath.normpath(source) for source in sources if source.startswith("../")]
    in_examples = not {"example", "examples"}.isdisjoint(module.path.split("/"))
    return any(in_examples or set(source.split("/")) == {".."} for source in upward)


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
    description = _plurals(output.description) if many else output.description
    if len(_kin(output, module)) > 1:
        description += f" {block.labels[1]}"
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
    taken = {one.labels[0] for one in module.blocks("output") if one.labels}
    plain = f"{output.kind}_{output.word}"
    names = [_labelled(block.labels[1], output)]
    if len(_kin(output, module)) == 1:
        names.insert(0, plain)
    numbered = (f"{names[-1]}_{number}" for number in count(2))
    for name in chain(names, numbered):
        candidate = _plural(name) if many else name
        if candidate not in taken and not _shown_elsewhere(candidate, module):
            return candidate
    raise AssertionError


def _kin(output: Output, module: Module) -> list[Block]:
    """The resources of the module whose outputs would have the same plain name."""
    kin = []
    for block in module.blocks("resource"):
        other = wanted(block) if len(block.labels) == 2 else None
        if other is not None and (other.kind, other.word) == (output.kind, output.word):
            kin.append(block)
    return kin


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
