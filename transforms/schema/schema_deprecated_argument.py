"""Arguments that still work and have a successor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, blocks, schemas

from ._older_callers import may_lack_argument
from ._renames import successor
from ._rewrites import rename
from ._withdrawn import withdrawn_argument


class SchemaDeprecatedArgument(Transform):
    """A deprecated argument is used that has a direct replacement.

    What:
        Looks for arguments from a table of successors (`vpc` of `aws_eip`, `is_enabled` of
        `aws_cloudwatch_event_rule`, `source_json` of `aws_iam_policy_document` …) where the provider's
        version has both, and writes the successor. What a schema from `tffix facts update` calls deprecated
        is reported.

    Why:
        The next major version of the provider does not know the old argument any more.

    Example:
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
          }
        }

        resource "aws_eip" "nat" {
          vpc = true
        }

    Becomes:
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
          }
        }

        resource "aws_eip" "nat" {
          domain = "vpc"
        }

    Impact:
        None: both arguments set the same.

    Limits:
        Left where callers of the module may use a version without the successor; reported where the value
        cannot be carried over (an expression for `vpc`) or the successor is set already. The embedded facts
        do not tell what is deprecated without a successor. Silent where the versions that may be in use
        differ.

    Source:
        The upgrade guides of the AWS provider, versions 4 to 6; the changelog of random.
    """

    name = "schema-deprecated-argument"
    impact = Impact.NONE
    watches = blocks("resource", "data", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                known = site.attribute(attribute.name)
                if known is None or not known.is_settable:
                    continue
                found = successor(site.judged.type, (*site.path, attribute.name))
                wanted = site.attribute(found.name) if found else None
                message = f"'{attribute.name}' of {site.inside} is deprecated in {site.judged.told}"
                if found is not None and wanted is not None and wanted.is_settable:
                    if may_lack_argument(site, found.name):
                        continue
                    free = site.body.get(found.name) is None and found.fits(attribute, module)
                    fix = partial(rename, attribute, site, found) if free else None
                    message = f"{message}: '{found.name}' replaces it"
                    yield Finding(attribute, message, fix, found.advice(attribute))
                elif known.deprecated:
                    instead = withdrawn_argument(site.judged.type, (*site.path, attribute.name))
                    advice = instead.advice if instead else "the provider's documentation says what to write"
                    yield Finding(attribute, message, advice=advice)
