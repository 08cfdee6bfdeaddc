"""What became of the arguments of `aws_s3_bucket`: the resource of each, and its contents made from the old.

A conversion takes copies of what a bucket says, in the order of the file, and gives the items of the new
resource. It raises Refused, with a clause, for what it cannot carry over.

Facts: Terraform AWS provider version 4 upgrade guide, "S3 Bucket Refactor".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tffix import Attribute, Block, Refused, nodes, object_items, parse_block, quote

from ._s3_access import ACL, Item, grants

Conversion = Callable[[Sequence[Item]], Iterable[Item]]


def is_dynamic(item: Item) -> bool:
    """Whether an item is a ``dynamic`` block, or has one in it."""
    return isinstance(item, Block) and (
        item.type == "dynamic" or any(True for body in item.body.walk() for _ in body.blocks("dynamic"))
    )


def _renamed(name: str) -> Conversion:
    """The attribute of one argument under another name."""

    def convert(items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            assert isinstance(item, Attribute)
            item.rename(name)
            yield item

    return convert


def _as_they_are(items: Sequence[Item]) -> Iterable[Item]:
    return items


def _contents(items: Sequence[Item]) -> Iterator[Item]:
    """What stands inside the blocks."""
    for block in _only_blocks(items):
        yield from _released(block)


def _versioning(items: Sequence[Item]) -> Iterator[Item]:
    for block in _only_blocks(items):
        mfa = block.get("mfa_delete")
        if mfa is not None and _truth(mfa) is not False:
            raise Refused("mfa_delete needs the argument 'mfa' there")
        enabled = block.get("enabled")
        if enabled is None or _truth(enabled) is False:
            continue
        enabled.set(_choice(enabled, "Suspended"))
        enabled.rename("status")
        if mfa is not None:
            mfa.set(quote("Disabled"))
        block.type = "versioning_configuration"
        yield block


def _logging(items: Sequence[Item]) -> Iterator[Item]:
    for block in _only_blocks(items):
        if block.get("target_prefix") is None:
            block.body.set("target_prefix", '""', after="target_bucket")
        yield from _released(block)


def _object_lock(items: Sequence[Item]) -> Iterator[Item]:
    """The default retention; that there is a lock stays with the bucket."""
    for block in _only_blocks(items):
        enabled = block.get("object_lock_enabled")
        if enabled is None or enabled.string != "Enabled":
            raise Refused("whether there is a lock is not known")
        enabled.remove()
        yield from _released(block)


def _website(items: Sequence[Item]) -> Iterator[Item]:
    for block in _only_blocks(items):
        for item in _released(block):
            assert isinstance(item, Attribute)
            inner = {"index_document": "suffix", "error_document": "key"}.get(item.name)
            if item.name == "redirect_all_requests_to":
                yield _with_comments(_redirect(item), item)
            elif inner:
                yield _with_comments(_nested(item.name, {inner: item.source}), item)
            else:
                yield item


def _redirect(attribute: Attribute) -> Block:
    match = re.fullmatch(r"(?:(https?)://)?([^/:]+)", attribute.string or "")
    if match is None:
        raise Refused("what redirect_all_requests_to is made of is not known")
    protocol = {"protocol": quote(match[1])} if match[1] else {}
    return _nested(attribute.name, {"host_name": quote(match[2]), **protocol})


def _lifecycle(items: Sequence[Item]) -> Iterator[Item]:
    for number, rule in enumerate(_only_blocks(items), 1):
        rule.type = "rule"
        if rule.get("id") is None:
            first = next(rule.body.attributes, None)
            name = Attribute.new("id", f'"rule-{number}"')
            rule.body.insert_before(first, name) if first else rule.body.append(name)
        _set_status(rule)
        _insert_first(rule, _lifecycle_filter(rule))
        days = rule.get("abort_incomplete_multipart_upload_days")
        if days is not None:
            days.remove()
        if days is not None and days.number != 0:  # 0 was taken for none
            abort = _nested("abort_incomplete_multipart_upload", {"days_after_initiation": days.source})
            rule.body.append(_with_comments(abort, days))
        for inner in rule.blocks():
            days = inner.get("days")
            if days is not None and days.number == 0 and inner.type != "transition":
                _without_days(inner)
            elif inner.type.startswith("noncurrent_version_") and days is not None:
                days.rename("noncurrent_days")
            date = inner.get("date")
            if date is not None:
                if not re.fullmatch(r"\d{4}-\d\d-\d\d", date.string or ""):
                    raise Refused("a date in a rule is not a plain one")
                date.set(quote(f"{date.string}T00:00:00Z"))
        yield rule


def _without_days(action: Block) -> None:
    """Takes 0 days, which stood for none and are refused today, out of an action that says something else."""
    days = action.get("days")
    assert days is not None
    others = [one for one in action.body.attributes if one is not days and one.boolean is not False]
    if action.type != "expiration" or not others:
        raise Refused("an action in a rule is due after 0 days")
    days.remove()


def _set_status(rule: Block) -> None:
    enabled = rule.get("enabled")
    if enabled is None:
        raise Refused("a rule does not say whether it is enabled")
    enabled.set(_choice(enabled, "Disabled"))
    enabled.rename("status")


def _lifecycle_filter(rule: Block) -> Block:
    """Takes ``prefix`` and ``tags`` out of a rule and says them as a filter."""
    prefix, tags = rule.get("prefix"), rule.get("tags")
    kept = {"prefix": prefix.source} if prefix is not None and prefix.string != "" else {}
    for attribute in filter(None, (prefix, tags)):
        attribute.remove()
    if tags is None:
        found = _nested("filter", kept)
    else:
        entries = object_items(tags.expression)
        if not isinstance(tags.expression, nodes.Object) or len(entries) != len(tags.expression.items):
            raise Refused("the number of tags in a rule is not known")
        if not entries:
            found = _nested("filter", kept)
        elif len(entries) == 1 and not kept:
            name, entry = next(iter(entries.items()))
            found = _nested("filter", {})
            found.body.append(_nested("tag", {"key": quote(name), "value": entry.value.text}))
        else:
            found = _nested("filter", {})
            found.body.append(_nested("and", {**kept, "tags": tags.source}))
    return _with_comments(found, *filter(None, (prefix, tags)))


def _replication(items: Sequence[Item]) -> Iterator[Item]:
    for block in _only_blocks(items):
        for item in _released(block):
            if isinstance(item, Block) and item.type == "rules":
                item.type = "rule"
                _convert_replication_rule(item)
            yield item


def _convert_replication_rule(rule: Block) -> None:
    for inner in rule.blocks("filter"):
        if inner.get("tags") is not None:
            raise Refused("a rule chooses objects by their tags")
    markers = rule.get("delete_marker_replication_status")
    if markers is not None:
        markers.remove()
        rule.body.append(
            _with_comments(_nested("delete_marker_replication", {"status": markers.source}), markers)
        )
    elif any(rule.blocks("filter")):
        rule.body.append(_nested("delete_marker_replication", {"status": '"Disabled"'}))
    for criteria in rule.blocks("source_selection_criteria"):
        for encrypted in criteria.blocks("sse_kms_encrypted_objects"):
            enabled = encrypted.get("enabled")
            if enabled is not None:
                enabled.set(_choice(enabled, "Disabled"))
                enabled.rename("status")
    for destination in rule.blocks("destination"):
        _convert_destination(destination)


def _convert_destination(destination: Block) -> None:
    if (account := destination.get("account_id")) is not None:
        account.rename("account")
    if (key := destination.get("replica_kms_key_id")) is not None:
        key.remove()
        encryption = _nested("encryption_configuration", {"replica_kms_key_id": key.source})
        destination.body.append(_with_comments(encryption, key))
    for name, inner in (("replication_time", "time"), ("metrics", "event_threshold")):
        for block in destination.blocks(name):
            minutes = block.get("minutes")
            if minutes is not None:
                minutes.remove()
                block.body.append(_with_comments(_nested(inner, {"minutes": minutes.source}), minutes))


def _only_blocks(items: Sequence[Item]) -> Iterator[Block]:
    for item in items:
        if not isinstance(item, Block):
            raise Refused("it is written as an attribute")
        yield item


def _released(block: Block) -> list[Item]:
    """The items of a block, taken out of it; the first gets the comments above the block."""
    items = [item for item in block.body.items if isinstance(item, Item)]
    for item in items:
        block.body.remove(item)
    if items:
        items[0].leading = block.leading + items[0].leading
    return items


def _choice(attribute: Attribute, otherwise: str) -> str:
    """The source of a status that an argument of true or false becomes."""
    known = _truth(attribute)
    if known is not None:
        return quote("Enabled" if known else otherwise)
    condition = _bare(attribute.expression)
    is_simple = isinstance(condition, nodes.Traversal | nodes.Call | nodes.Parentheses)
    return f'{condition.text if is_simple else f"({condition.text})"} ? "Enabled" : {quote(otherwise)}'


def _truth(attribute: Attribute) -> bool | None:
    """The value where it is true or false, in quotes or not."""
    return {"true": True, "false": False}.get(attribute.string or "", attribute.boolean)


def _bare(node: nodes.Expression) -> nodes.Expression:
    """An expression without the ``"${ }"`` that Terraform 0.11 needed around it."""
    if isinstance(node, nodes.Template) and len(node.parts) == 1 and not node.is_heredoc:
        part = node.parts[0]
        return part.expression if isinstance(part, nodes.Interpolation) else node
    return node


def _nested(type_: str, attributes: dict[str, str]) -> Block:
    lines = "".join(f"{name} = {source}\n" for name, source in attributes.items())
    return parse_block(f"{type_} {{\n{lines}}}" if lines else f"{type_} {{}}")


def _insert_first(block: Block, inner: Block) -> None:
    """Puts a block before the other blocks of its kind, on a line apart from the arguments."""
    first = next(block.blocks(), None)
    following = list(block.blocks()) if first else []
    for other in following:
        other.remove()
    for item in (inner, *following):
        block.body.append(item)


def _with_comments(block: Block, *attributes: Attribute) -> Block:
    lines = [line.strip() for one in attributes for line in (*one.leading.splitlines(), one.trailing)]
    block.leading = "".join(f"{line}\n" for line in lines if line)
    return block


MOVED: dict[str, tuple[str, Conversion]] = {
    "versioning": ("aws_s3_bucket_versioning", _versioning),
    "server_side_encryption_configuration": (
        "aws_s3_bucket_server_side_encryption_configuration",
        _contents,
    ),
    "lifecycle_rule": ("aws_s3_bucket_lifecycle_configuration", _lifecycle),
    "cors_rule": ("aws_s3_bucket_cors_configuration", _as_they_are),
    "website": ("aws_s3_bucket_website_configuration", _website),
    "logging": ("aws_s3_bucket_logging", _logging),
    "replication_configuration": ("aws_s3_bucket_replication_configuration", _replication),
    "policy": ("aws_s3_bucket_policy", _as_they_are),
    "acceleration_status": ("aws_s3_bucket_accelerate_configuration", _renamed("status")),
    "request_payer": ("aws_s3_bucket_request_payment_configuration", _renamed("payer")),
    "object_lock_configuration": ("aws_s3_bucket_object_lock_configuration", _object_lock),
    "acl": (ACL, _as_they_are),
    "grant": (ACL, grants),
}
"""The resource of each argument and how to make its contents, in the order in which they are to move: what
grants access comes last, when all that needs it stands in resources that can wait for it."""
