"""AMI lookups that take an image of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, data_sources, inference, schemas

from ._arguments import has, nested

_OWNER = frozenset(("image-id", "owner-alias", "owner-id"))
"""Filters that say whose image it is, or which one."""

_REFUSED_SINCE = 6


class AmiWithoutOwner(Transform):
    """An AMI is looked up without saying whose it is.

    What:
        Looks for `data "aws_ami"` with `most_recent = true` and without `owners`, without `executable_users`
        of the own account and without a filter on the owner or the ID of the image.

    Why:
        Anybody can publish an image with a name that the filter matches, and it is taken if it is newer:
        the next instance runs it. From version 6 on the AWS provider refuses such a lookup.

    Example:
        data "aws_ami" "ubuntu" {
          most_recent = true

          filter {
            name   = "name"
            values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"]
          }
        }

    Impact:
        None: this is only reported. Whose image is meant is not for a tool to guess.

    Limits:
        Silent where `allow_unsafe_filter` is set, and where filters come from a `dynamic` block whose names
        are not known.

    Source:
        AWS provider documentation, "Data Source: aws_ami", and its Version 6 Upgrade Guide;
        https://github.com/hashicorp/terraform-provider-aws/issues/40198.
    """

    name = "aws-ami-without-owner"
    impact = Impact.NONE
    watches = data_sources("aws_ami")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        recent = block.get("most_recent")
        if recent is None or inference.plain(inference.infer(recent, block, module)) is not True:
            return
        if any(has(block, name) for name in ("owners", "executable_users", "allow_unsafe_filter")):
            return
        if any(_may_name_owner(one, block, module) for one in nested(block, "filter")):
            return
        pin = schemas.pin_of(block, module)
        is_refused = pin is not None and all(int(one.split(".")[0]) >= _REFUSED_SINCE for one in pin.versions)
        message = "the newest image of any owner is taken, whoever published it"
        if is_refused:
            message += f", which version {_REFUSED_SINCE} of the AWS provider and later refuse"
        yield Finding(block, message, advice='owners = ["…"]  # an account ID, "self" or "amazon"')


def _may_name_owner(content: Block, block: Block, module: Module) -> bool:
    name = content.get("name")
    found = inference.plain(inference.infer(name, block, module)) if name is not None else None
    return not isinstance(found, str) or found in _OWNER
