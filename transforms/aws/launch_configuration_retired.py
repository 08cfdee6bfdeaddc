"""EC2 launch configurations, which launch templates replace."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Attribute, Block, Finding, Impact, Module, Transform, resources

from ._instances import instance_of, repetition_of

_SAME = ("image_id", "instance_type", "key_name", "ebs_optimized")
_NESTED = {
    "enable_monitoring": ("monitoring", "enabled"),
    "placement_tenancy": ("placement", "tenancy"),
    "iam_instance_profile": ("iam_instance_profile", "name"),
}
_DEVICES = ("root_block_device", "ebs_block_device", "ephemeral_block_device")


class LaunchConfigurationRetired(Transform):
    """An Auto Scaling group starts its instances from a launch configuration.

    What:
        Reports every `aws_launch_configuration` with the `aws_launch_template` to write in its place, and
        what the Auto Scaling groups of the module have to say then.

    Why:
        Accounts that were opened since October 2024 cannot make launch configurations: the apply fails with
        UnsupportedOperation. In older ones they know no instance type that came after 2022.

    Example:
        resource "aws_launch_configuration" "web" {
          name_prefix     = "web-"
          image_id        = var.image_id
          instance_type   = "t3.micro"
          security_groups = [aws_security_group.web.id]
        }

    Impact:
        None: this is only reported. The group changes in place to the template; its instances are replaced as
        it is set up to.

    Limits:
        Block devices are not written out in the advice: a template names the root device by the name that the
        image has for it, which is not known here.

    Source:
        Amazon EC2 Auto Scaling User Guide, "Auto Scaling launch configurations" and "Migrate your Auto
        Scaling groups to launch templates".
    """

    name = "aws-launch-configuration-retired"
    impact = Impact.NONE
    watches = resources("aws_launch_configuration")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None:
            return
        users = dict.fromkeys(one.block for one in module.references_to(address))
        groups = [str(Address.of(one)) for one in users if one.labels[:1] == ("aws_autoscaling_group",)]
        message = f"{address}: accounts opened since October 2024 cannot make launch configurations"
        yield Finding(block, message, advice=_template(block) + _in_groups(block, groups))


def _template(block: Block) -> str:
    """The launch template that says what a launch configuration does."""
    lines = [f'resource "aws_launch_template" "{block.labels[1]}" {{', *repetition_of(block).splitlines()]
    for attribute in block.body.attributes:
        lines += _translated(attribute)
    public = block.get("associate_public_ip_address")
    groups = block.get("security_groups")
    if public is not None:
        inner = [f"associate_public_ip_address = {public.source}"]
        inner += [f"security_groups = {groups.source}"] if groups is not None else []
        lines += ["  network_interfaces {", *(f"    {line}" for line in inner), "  }"]
    elif groups is not None:
        lines.append(f"  vpc_security_group_ids = {groups.source}")
    for options in block.blocks("metadata_options"):
        lines += [
            "  metadata_options {",
            *(f"    {a.name} = {a.source}" for a in options.body.attributes),
            "  }",
        ]
    devices = sorted({inner.type for inner in block.blocks() if inner.type in _DEVICES})
    lines += [f"  # {name}: a block_device_mappings block with the device's name" for name in devices]
    return "\n".join([*lines, "}"])


def _translated(attribute: Attribute) -> list[str]:
    name, source = attribute.name, attribute.source
    if name in ("name", "name_prefix", *_SAME):
        return [f"  {name} = {source}"]
    if name == "user_data":
        closing = "\n  )" if "<<" in source else ")"  # the end of a heredoc stands alone
        return [f"  user_data = base64encode({source}{closing}"]
    if name == "user_data_base64":
        return [f"  user_data = {source}"]
    if name == "spot_price":
        return [
            "  instance_market_options {",
            '    market_type = "spot"',
            f"    spot_options {{ max_price = {source} }}",
            "  }",
        ]
    if name in _NESTED:
        outer, inner = _NESTED[name]
        return [f"  {outer} {{\n    {inner} = {source}\n  }}"]
    return []


def _in_groups(block: Block, groups: list[str]) -> str:
    if not groups:
        return ""
    template = instance_of(block).replace("aws_launch_configuration.", "aws_launch_template.", 1)
    return (
        f"\n# and in {', '.join(groups)}, for launch_configuration:\n"
        f"launch_template {{\n  id      = {template}.id\n  version = {template}.latest_version\n}}"
    )
