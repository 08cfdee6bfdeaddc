"""Buckets for what is thrown away within days, such as the results of queries.

Facts: Terraform AWS provider, `aws_s3_bucket_lifecycle_configuration`; Terraform Google provider,
`google_storage_bucket`.
"""

from __future__ import annotations

from tffix import Address, Block, Module, evaluate, whole_number

DAYS = 7
"""What is deleted no later than this is not kept for anybody."""
_SETTINGS = ("aws_s3", "aws_iam_", "google_storage_")


def is_scratch(block: Block, module: Module) -> bool:
    """Whether everything in a bucket expires within days, and something that the module makes is told where
    it is: then no person has to find it."""
    references = module.references_to(Address(block.labels))
    beside = [one.block for one in references if one.block is not block]
    configured = (block, *(one for one in beside if "aws_s3_bucket_lifecycle_configuration" in one.labels))
    expires = any(_expires(rule, module) for one in configured for rule in one.blocks())
    return expires and any(_is_reader(one) for one in beside)


def _is_reader(block: Block) -> bool:
    """Whether a block uses a bucket, other than to configure it or to permit others to."""
    if block.type == "module":
        return True
    return block.type == "resource" and not block.labels[0].startswith(_SETTINGS)


def _expires(rule: Block, module: Module) -> bool:
    """Whether a lifecycle rule deletes every object within days."""
    status, enabled = rule.get("status"), rule.get("enabled")
    if rule.type == "rule":
        is_on = status is not None and status.string == "Enabled"
    elif rule.type == "lifecycle_rule":
        is_on = enabled.boolean is True if enabled is not None else _deletes(rule)
    else:
        return False
    is_for_all = not any(rule.get(name) for name in ("prefix", "tags")) and all(
        not one.body.text.strip() for one in rule.blocks("filter")
    )
    return is_on and is_for_all and any(_is_soon(one, module) for one in rule.blocks())


def _deletes(rule: Block) -> bool:
    """Whether a rule of a Google bucket deletes, on no condition but the age."""
    kinds = [one.string for action in rule.blocks("action") if (one := action.get("type"))]
    conditions = [one.name for condition in rule.blocks("condition") for one in condition.body.attributes]
    return kinds == ["Delete"] and conditions == ["age"]


def _is_soon(block: Block, module: Module) -> bool:
    days = block.get({"expiration": "days", "condition": "age"}.get(block.type, ""))
    found = None if days is None else whole_number(evaluate(days.expression, module))
    return found is not None and found <= DAYS
