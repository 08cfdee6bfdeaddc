"""The bucket policy that lets CloudTrail deliver, and what a policy that is there says of CloudTrail.

Facts: AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
"""

from __future__ import annotations

from collections.abc import Sequence

from tffix import Address, Attribute, Block, Module, nodes, parse_block, quote

from ._bucket_policies import text_of
from ._role_policies import policy_may

PRINCIPAL = "cloudtrail.amazonaws.com"
_WHAT_ARN = "arn:${%s.partition}:cloudtrail:${%s.id}:${%s.account_id}:trail/%s"


def allows(policy: Attribute, module: Module) -> bool | None:
    """Whether a policy speaks of CloudTrail, or may let it put objects with others; None if it is not all
    written out here."""
    text, is_known = text_of(policy, module)
    if PRINCIPAL in text:
        return True
    holder = policy.parent.owner if policy.parent is not None else None
    if not is_known or holder is None:
        return None
    return policy_may(holder, policy.name, "s3:PutObject", module)


def trail_arns(trails: Sequence[Block], module: Module) -> list[str]:
    """The sources of the ARNs that trails will have, made of their names so that nothing depends on them."""
    found = []
    for trail in trails:
        names = [
            data_source(type_, trail, module)
            for type_ in ("aws_partition", "aws_region", "aws_caller_identity")
        ]
        name = trail.get("name")
        assert name is not None
        found.append(f'"{_WHAT_ARN % (*names, _inside_string(name))}"')
    return found


def statements(bucket: str, prefix: str, account: str, arns: Sequence[str]) -> str:
    """The ``statement`` blocks of a policy document. ``prefix`` goes before ``AWSLogs``, inside a string."""
    separator = "\n" if len(arns) > 1 else ""
    own = f"values   = [{separator}{f',{separator}'.join(arns)}{separator}]"
    return f"""statement {{
  sid       = "AWSCloudTrailAclCheck"
  actions   = ["s3:GetBucketAcl"]
  resources = [{bucket}.arn]

  principals {{
    type        = "Service"
    identifiers = [{quote(PRINCIPAL)}]
  }}

  condition {{
    test     = "StringEquals"
    variable = "aws:SourceArn"
    {own}
  }}
}}

statement {{
  sid       = "AWSCloudTrailWrite"
  actions   = ["s3:PutObject"]
  resources = ["${{{bucket}.arn}}/{prefix}AWSLogs/${{{account}.account_id}}/*"]

  principals {{
    type        = "Service"
    identifiers = [{quote(PRINCIPAL)}]
  }}

  condition {{
    test     = "StringEquals"
    variable = "s3:x-amz-acl"
    values   = ["bucket-owner-full-control"]
  }}

  condition {{
    test     = "StringEquals"
    variable = "aws:SourceArn"
    {own}
  }}
}}
"""


def prefix_of(trail: Block) -> str:
    """What stands before ``AWSLogs`` in the keys of a trail's objects, inside a string."""
    prefix = trail.get("s3_key_prefix")
    return "" if prefix is None or prefix.string == "" else f"{_inside_string(prefix)}/"


def _inside_string(attribute: Attribute) -> str:
    """A value as it is written in a template."""
    node = attribute.expression
    if isinstance(node, nodes.Template) and not node.is_heredoc:
        return node.text[1:-1]
    # The marker that closes a heredoc has a line of its own.
    end = "\n" if any(one.is_heredoc for one in node.find(nodes.Template)) else ""
    return f"${{{attribute.source}{end}}}"


def data_source(type_: str, like: Block, module: Module) -> str:
    """The address of a data source without arguments that has the same provider as a resource; it is
    declared after that resource if the module has none."""
    provider = like.get("provider")
    wanted = {} if provider is None else {"provider": provider.source.strip()}
    known = module.blocks("data", type_)
    for block in known:
        if {one.name: one.source.strip() for one in block.body.attributes} == wanted:
            return str(Address.of(block))
    taken = {block.labels[1] for block in known}
    label = next(name for name in ("current", like.labels[1], f"{like.labels[1]}_trail") if name not in taken)
    body = "".join(f"\n  {name} = {source}\n" for name, source in wanted.items())
    assert like.parent is not None
    like.parent.insert_after(like, parse_block(f'data "{type_}" "{label}" {{{body}}}'))
    return f"data.{type_}.{label}"
