"""Arguments of AWS resources that do not fit each other, although each of them is valid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Tier,
    Transform,
    blocks,
    facts,
    nodes,
    quote,
    schemas,
)

from . import _parameter_groups as parameter_groups
from ._containers import misfits
from ._distribution_origins import unknown_targets
from ._fit import Relation, is_broken, suffix
from ._fit_values import Values
from ._fit_words import told
from ._table_keys import keys_of, undeclared, unused

_MAKES_KEYS = "aws_dynamodb_global_secondary_index"
_COPIES = ("restore_source_name", "restore_source_table_arn", "import_table")
_LONGEST = 75
"""The longest name of a queue or topic, without the ending that it gets. Source: Amazon SQS API reference,
CreateQueue ("up to 80 characters")."""


class ArgumentsDoNotFit(Transform):
    """Arguments of an AWS resource do not fit each other.

    What:
        Goes by relations between arguments, which `docs/relations.md` lists: which must be set together,
        which exclude each other, which values go with a value of another. They are of many families: FIFO
        queues, Fargate's CPU and memory, the engines of databases and what goes with them, alarms of one or
        several, certificates of CloudFront, event sources and packages of Lambda functions, launch
        templates and their block devices, security group rules, records of Route 53, and others. Also
        compares the attributes of a DynamoDB table with the keys of the table and of its indexes, the cache
        behaviors of a CloudFront distribution with its origins, the containers of an ECS task with the task,
        and parameter groups with the databases that use them. Removes an attribute that no key uses, and adds
        `.fifo` to the name of a FIFO queue or topic.

    Why:
        `terraform validate` accepts each of the arguments. The plan or the apply fails, often when half of
        it is done: "No Fargate configuration exists for given values", "all attributes must be indexed".

    Example:
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }

          attribute {
            name = "customer"
            type = "S"
          }
        }

    Becomes:
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Impact:
        None: the configuration could not be planned before. A queue whose name is changed is replaced, if
        it could be made at all.

    Limits:
        Silent where a value that is needed is not known, and where a provider may have a value for what is
        not set: an attribute that the provider computes, an empty text, 0, false. A variable counts by what
        it is given, or by its default. Of two arguments that exclude each other, which has to go is not for
        a tool to decide.

    Source:
        The relations of cfn-lint, of AWS's schemas for CloudFormation and of its own rules, tied to arguments
        by their names in both and by AWS's API models; the API references of the services; the AWS
        provider's documentation where the provider differs.
    """

    name = "aws-arguments-do-not-fit"
    impact = Impact.UPDATE
    watches = blocks("resource")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not block.labels or not block.labels[0].startswith("aws_"):
            return
        relations = facts.relations.relations(block.labels[0])
        parts = _PARTS.get(block.labels[0])
        if (relations or parts is not None) and len(module.blocks(block.type, *block.labels)) == 1:
            yield from _broken(block, module, relations)
            if parts is not None:
                yield from parts(block, module)


def _broken(block: Block, module: Module, relations: tuple[Relation, ...]) -> Iterator[Finding]:
    sites = schemas.sites(block, module) if relations else ()
    for site in sites:
        if site.judged.provider != "hashicorp/aws":
            return
        certain, likely = (Values(site, module, defaults=one) for one in (False, True))
        seen = set[frozenset[str]]()
        for relation in relations:
            broken = [
                one for one in (certain, likely) if relation.at == site.path and is_broken(relation, one)
            ]
            if broken and (said := _said(relation)) not in seen:
                seen |= {said} if said else set()
                yield from _found(site, relation, broken[0])


def _said(relation: Relation) -> frozenset[str]:
    """What another relation may say, too: the two arguments that exclude each other, or the one that is
    needed."""
    verb, path, *_ = relation.need
    if verb in ("set", "written"):
        return frozenset((path,))
    is_pair = verb == "unset" and [one[0] for one in relation.when] == ["set"]
    return frozenset((path, relation.when[0][1])) if is_pair else frozenset()


def _found(site: schemas.Site, relation: Relation, values: Values) -> Iterator[Finding]:
    at, wrong, advice = told(relation, values)
    if not wrong:
        return  # another relation says it better
    message = f"{wrong}{' (as variables are given, or by default)' if values.defaults else ''}"
    end = suffix(relation.need[2]) if relation.need[0] == "like" else ""
    can_end = end and not values.defaults
    if can_end and isinstance(at, Attribute) and _is_written(at, values, relation.need[1]):
        yield Finding(at, message, partial(_end, at, end), impact=Impact.REPLACE, tier=Tier.DEPLOYED)
    else:
        yield Finding(at if at is not None else site.owner, message, advice=advice)


def _is_written(attribute: Attribute, values: Values, path: str) -> bool:
    """Whether a text is written out here, so that something can be put at its end."""
    node = attribute.expression
    is_short = len(values.of(path).text or "") <= _LONGEST
    return isinstance(node, nodes.Template) and not node.is_heredoc and is_short


def _end(attribute: Attribute, end: str) -> None:
    source = attribute.source.rstrip()
    if not source.endswith(f'{end}"'):
        attribute.set(f'{source[:-1]}{end}"')


# -- the keys of a table -------------------------------------------------------------------------------------


def _keys(table: Block, module: Module) -> Iterator[Finding]:
    keys = keys_of(table, module)
    if any(module.resources(_MAKES_KEYS)):
        return  # its keys are attributes of the table, too
    for one in unused(keys):
        message = f"the attribute {quote(one.text or '')} is not a key of the table or of an index"
        if one.block.type == "attribute":
            yield Finding(one.block, message, one.block.remove)
        else:
            yield Finding(one.at, message, advice=f"leave out {quote(one.text or '')}")
    if any(table.get(one) is not None or next(table.blocks(one), None) for one in _COPIES):
        return
    for one in undeclared(keys):
        message = f"the key {quote(one.text or '')} is not declared as an attribute of the table"
        advice = f"add a block 'attribute' with name = {quote(one.text or '')} and its type"
        yield Finding(one.at, message, advice=advice)


# -- what is in lists and texts ------------------------------------------------------------------------------


def _origins(distribution: Block, module: Module) -> Iterator[Finding]:
    for attribute, name in unknown_targets(distribution, module):
        message = f"the distribution has no origin {quote(name)}"
        yield Finding(attribute, message, advice="name one of its origins")


def _containers(task: Block, module: Module) -> Iterator[Finding]:
    for attribute, message, advice in misfits(task, module):
        yield Finding(attribute, message, advice=advice)


def _parameter_group(database: Block, module: Module) -> Iterator[Finding]:
    for attribute, message in parameter_groups.misfits(database, module):
        yield Finding(attribute, message, advice="make a group of the family of the engine and its version")


_PARTS: dict[str, Callable[[Block, Module], Iterator[Finding]]] = {
    "aws_cloudfront_distribution": _origins,
    "aws_dynamodb_table": _keys,
    "aws_ecs_task_definition": _containers,
    **dict.fromkeys(parameter_groups.USES, _parameter_group),
}
