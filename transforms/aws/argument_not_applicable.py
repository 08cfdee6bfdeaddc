"""Arguments that do not apply beside the other arguments of their resource, or have a value they cannot."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    evaluate,
    nodes,
    quote,
    resources,
)

from ._applicability import ONE_OF, VALID_ONLY_WHEN, OneOf, ValidOnlyWhen


class ArgumentNotApplicable(Transform):
    """An argument does not apply to this kind of resource, or has a value that the service does not know.

    What:
        Goes by a table of facts. Removes `insufficient_data_health_status`, `cloudwatch_alarm_name` and
        `cloudwatch_alarm_region` from an `aws_route53_health_check` whose `type` is known not to be
        `CLOUDWATCH_METRIC`; where it is that, an `insufficient_data_health_status` unknown to Route 53
        becomes `Unhealthy`. Reports other arguments of health checks that their type does not take, such as a
        `resource_path` with TCP, and arguments of `aws_ebs_volume`, `aws_sqs_queue` and `aws_sns_topic` that
        contradict the type of the volume, or a queue or topic that is not FIFO.

    Why:
        Many of these pass `terraform validate`. The plan or the service refuses them ("Basic health checks
        must not have an metric region specified"), or they are without effect and turn up in every plan.

    Example:
        resource "aws_route53_health_check" "web" {
          fqdn                            = "www.example.com"
          port                            = 80
          type                            = "HTTP"
          cloudwatch_alarm_name           = "web-health"
          cloudwatch_alarm_region         = "us-east-2"
          insufficient_data_health_status = "Failure"
        }

    Becomes:
        resource "aws_route53_health_check" "web" {
          fqdn = "www.example.com"
          port = 80
          type = "HTTP"
        }

    Impact:
        An update in place at most: the service never took what is removed, though the state may hold it.

    Limits:
        The deciding argument must be known: a literal, or a local value that comes down to one. Arguments
        that are null, empty or false are left alone. Only reported: an argument that something else reads,
        and one beside which the deciding argument may as well be what is wrong.

    Source:
        Amazon Route 53 API reference, HealthCheckConfig; Amazon EBS user guide; Amazon SQS and Amazon SNS API
        references; the checks of the AWS provider.
    """

    name = "aws-argument-not-applicable"
    impact = Impact.UPDATE
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(*sorted({fact.resource for fact in (*VALID_ONLY_WHEN, *ONE_OF)}))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        yield from _address_and_name(block, module)
        for attribute in block.body.attributes:
            condition = _condition(block, attribute)
            selected = _selected(condition, block, module) if condition else ""
            if condition and _among(selected, condition.invalid):
                yield from _not_valid(attribute, block, module, condition, selected)
                continue
            for fact in ONE_OF:
                if (fact.resource, fact.argument) == (block.labels[0], attribute.name):
                    applies = condition is None or _among(selected, condition.valid)
                    yield from _not_one_of(attribute, block, module, fact, applies)


def _address_and_name(block: Block, module: Module) -> Iterator[Finding]:
    """The finding at a health check by TCP that has an address and a name: it connects to one of them."""
    address, name = block.get("ip_address"), block.get("fqdn")
    kind = block.get("type")
    if block.labels[0] != "aws_route53_health_check" or address is None or name is None or kind is None:
        return
    given = [evaluate(one.expression, module) for one in (address, name)]
    if str(evaluate(kind.expression, module)).upper() == "TCP" and not {None, ""} & set(map(str, given)):
        message = "a health check by TCP has an ip_address or an fqdn, not both"
        yield Finding(name, message, advice="remove the one that is not to be checked")


def _condition(block: Block, attribute: Attribute) -> ValidOnlyWhen | None:
    for fact in VALID_ONLY_WHEN:
        if fact.resource == block.labels[0] and attribute.name in fact.arguments:
            return fact
    return None


def _selected(fact: ValidOnlyWhen, block: Block, module: Module) -> str:
    """The value of the argument that decides, as a string; nothing if it is not known."""
    selector = block.get(fact.selector)
    value = None if selector is None else evaluate(selector.expression, module)
    if value is None:
        return fact.default or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else ""


def _among(value: str, values: tuple[str, ...]) -> bool:
    return value.casefold() in map(str.casefold, values)


def _not_valid(
    attribute: Attribute, block: Block, module: Module, fact: ValidOnlyWhen, selected: str
) -> Iterator[Finding]:
    value = evaluate(attribute.expression, module)
    is_known = isinstance(value, str | int | float)
    if value in (None, "", False) or not (fact.idle or is_known):
        return
    valid = " or ".join(fact.valid)
    message = (
        f"'{attribute.name}' does not apply where {fact.selector} is {selected}, only where it is {valid}"
    )
    obstacle = _obstacle(attribute, block, module)
    if obstacle:
        yield Finding(attribute, f"{message}; left as it is: {obstacle}", advice=f"Remove '{attribute.name}'")
    elif fact.idle:
        yield Finding(attribute, message, fix=lambda: _remove(attribute, module))
    else:
        advice = f"Remove '{attribute.name}', or set {fact.selector} to {valid}"
        yield Finding(attribute, message, advice=advice)


def _remove(attribute: Attribute, module: Module) -> None:
    attribute.remove()


def _obstacle(attribute: Attribute, block: Block, module: Module) -> str:
    """Why an argument must not simply be removed: what reads it would lose a value. Or nothing."""
    address = Address.of(block)
    if address is None or len(module.blocks("resource", *block.labels)) > 1:
        return "the resource is declared twice, or overridden"
    for reference in module.references_to(address):
        steps = reference.node.steps[1:]
        if any(isinstance(step, nodes.GetAttribute) and step.name == attribute.name for step in steps):
            return f"'{' '.join((reference.block.type, *reference.block.labels))}' reads it"
    if any(f"self.{attribute.name}" in nested.body.text for nested in block.blocks()):
        return "the resource itself reads it"
    mention = module.mentioned_elsewhere(f"{address}.{attribute.name}")
    return f"{mention} reads it" if mention else ""


def _not_one_of(
    attribute: Attribute, block: Block, module: Module, fact: OneOf, applies: bool
) -> Iterator[Finding]:
    value = evaluate(attribute.expression, module)
    if not isinstance(value, str) or value in ("", *fact.values):
        return
    message = f"'{value}' is not a value of {attribute.name}, which is one of {', '.join(fact.values)}"
    meant = next((one for one in fact.values if one.casefold() == value.casefold()), fact.instead)
    if applies and meant is not None and attribute.string == value:
        yield Finding(attribute, message, fix=lambda: _replace(attribute, meant, module))
    elif _stands_alone(attribute, block) and not _obstacle(attribute, block, module):
        yield Finding(attribute, message, fix=lambda: _remove(attribute, module))
    else:
        yield Finding(attribute, message, advice=f"Correct '{attribute.name}', or remove it")


def _replace(attribute: Attribute, value: str, module: Module) -> None:
    attribute.set(quote(value))


def _stands_alone(attribute: Attribute, block: Block) -> bool:
    """Whether neither the deciding argument is set nor any other that would go with this one."""
    condition = _condition(block, attribute)
    if condition is None:
        return False
    others = (condition.selector, *(name for name in condition.arguments if name != attribute.name))
    return all(block.get(name) is None for name in others)
