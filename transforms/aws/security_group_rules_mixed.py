"""Security groups whose rules are written both inside of them and as resources of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._security_group_rules import GROUPS, SEPARATE, rules, rules_apart


class SecurityGroupRulesMixed(Transform):
    """A security group has rules of one direction both inline and in resources of their own.

    What:
        Looks for groups with `ingress` (or `egress`) in them for which there are also
        `aws_security_group_rule` or `aws_vpc_security_group_ingress_rule` (or `_egress_rule`) resources.

    Why:
        Inline rules are all that a group may have: every apply takes the others away, and the next one
        makes them anew, so that traffic comes and goes with each apply.

    Example:
        resource "aws_security_group" "web" {
          name = "web"

          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["10.0.0.0/8"]
          }
        }

        resource "aws_security_group_rule" "ssh" {
          type              = "ingress"
          from_port         = 22
          to_port           = 22
          protocol          = "tcp"
          cidr_blocks       = ["10.0.0.0/8"]
          security_group_id = aws_security_group.web.id
        }

    Impact:
        None: this is only reported. Rules that move from one way of writing to the other are removed and made
        anew, for a moment of which the traffic is cut off.

    Limits:
        Groups whose changes of inline rules are ignored (`ignore_changes`) and groups of other modules are
        left alone. Inline rules of one direction and resources for the other do not disturb each other.

    Source:
        Documentation of the AWS provider, aws_security_group and aws_security_group_rule, notes at the top.
    """

    name = "aws-security-group-rules-mixed"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources(*GROUPS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for direction in SEPARATE:
            if not any(True for _ in rules(block, direction, module)) or _is_ignored(block, direction):
                continue
            apart = [
                str(Address.of(one))
                for one in rules_apart(block, direction, module)
                if any(True for _ in rules(one, direction, module))
            ]
            if apart:
                message = (
                    f"the group has {direction} rules inline and in {', '.join(apart)}: they undo each other"
                )
                advice = f"write all {direction} rules as resources, and none in the group"
                yield Finding(block, message, advice=advice)


def _is_ignored(block: Block, direction: str) -> bool:
    ignored = [one.get("ignore_changes") for one in block.blocks("lifecycle")]
    return any(direction in one.source or one.source == "all" for one in ignored if one is not None)
