"""Tags that AWS does not take."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, blocks, inference, quote

_LONGEST_KEY, _LONGEST_VALUE = 128, 256
_STRICT = {
    "aws_cloudwatch_log_group": "Amazon CloudWatch Logs API reference, CreateLogGroup (tags)",
    "aws_db_": "Amazon RDS API reference, Tag",
    "aws_ecs_": "Amazon ECS API reference, Tag",
    "aws_iam_": "IAM API reference, Tag",
    "aws_lb": "Elastic Load Balancing API reference, Tag",
    "aws_rds_": "Amazon RDS API reference, Tag",
    "aws_s3_bucket": 'Amazon S3 User Guide, "Using cost allocation S3 bucket tags"',
}
"""The beginnings of types whose tags have letters, digits, spaces and a few characters only; who says so."""
_ALSO = "_.:/=+-@"


class TagInvalid(Transform):
    """A tag has a key or value that AWS rejects.

    What:
        Looks at the tags of AWS resources as far as they are known: keys that begin with `aws:`, which is
        reserved, keys of more than 128 and values of more than 256 characters, and for IAM, S3, RDS, ECS,
        load balancers and log groups characters other than letters, digits, spaces and `_.:/=+-@`.

    Why:
        The apply stops: "Tag keys starting with 'aws:' are reserved for system use", InvalidTag,
        "failed to satisfy constraint: Member must satisfy regular expression pattern".

    Example:
        resource "aws_iam_role" "shop" {
          assume_role_policy = file("trust.json")

          tags = {
            Purpose = "orders, carts (all)"
          }
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. EC2 and other services that take any characters, `default_tags` and values of variables
        are not judged.

    Source:
        AWS General Reference, "Tagging your AWS resources"; for characters the API references and guides of
        the services that are named.
    """

    name = "aws-tag-invalid"
    impact = Impact.NONE
    watches = blocks("resource")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        tags = block.get("tags") if block.labels and block.labels[0].startswith("aws_") else None
        if tags is None:
            return
        known = inference.infer(tags, block, module, defaults=False).value
        is_strict = block.labels[0].startswith(tuple(_STRICT))
        for key, value in known.items() if isinstance(known, dict) else ():
            message = _wrong(key, value.value, is_strict)
            if message:
                yield Finding(tags, message, advice="take another key" if "key" in message else "change it")


def _wrong(key: str, value: object, is_strict: bool) -> str:
    """What is wrong with a tag; or nothing."""
    text = value if isinstance(value, str) else ""
    if key.lower().startswith("aws:"):
        return f"tag keys that begin with aws: are reserved, and {quote(key)} does"
    if len(key) > _LONGEST_KEY:
        return f"the key of a tag is {len(key)} characters long; AWS takes at most {_LONGEST_KEY}"
    if len(text) > _LONGEST_VALUE:
        return f"the tag {quote(key)} is {len(text)} characters long; AWS takes at most {_LONGEST_VALUE}"
    for what, told in ((key, "the key of the tag"), (text, "the tag")):
        wrong = [one for one in dict.fromkeys(what) if is_strict and not _is_taken(one)]
        if wrong:
            return f"{told} {quote(key)} cannot have {' and '.join(map(quote, wrong))} in it"
    return ""


def _is_taken(character: str) -> bool:
    return character in _ALSO or unicodedata.category(character)[0] in "LZN"
