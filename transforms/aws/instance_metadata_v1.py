"""Instances whose metadata, credentials among them, can be read without a token."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform, inference, resources

from ._arguments import has, nested


class InstanceMetadataV1(Transform):
    """An instance or a launch template lets version 1 of the metadata service be used.

    What:
        Looks at `metadata_options` of `aws_instance`, `aws_launch_template` and `aws_launch_configuration`:
        where `http_tokens` is `optional`, and where a template or an instance does not say that it is
        `required`.

    Why:
        The service gives out the credentials of the instance's role. By version 1 a program on the instance
        that can be made to fetch an address (SSRF) is enough to read them.

    Example:
        resource "aws_launch_template" "web" {
          image_id      = var.image
          instance_type = "t3.micro"

          metadata_options {
            http_tokens = "optional"
          }
        }

    Impact:
        None: this is only reported; old programs on the instance may need version 1.

    Limits:
        Silent where the service is switched off, and for an instance that is made from a launch template,
        which decides. The default of the account and of the image cannot be seen.

    Source:
        Amazon EC2 User Guide, "Use the Instance Metadata Service to access instance metadata"; AWS Security
        Hub controls EC2.8 and EC2.170.
    """

    name = "aws-instance-metadata-v1"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources("aws_instance", "aws_launch_template", "aws_launch_configuration")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        options = next(nested(block, "metadata_options"), None)
        tokens = options.get("http_tokens") if options is not None else None
        endpoint = options.get("http_endpoint") if options is not None else None
        if endpoint is not None and inference.infer(endpoint, block, module).value == "disabled":
            return
        advice = 'set http_tokens = "required" in metadata_options'
        if tokens is not None:
            if inference.infer(tokens, block, module).value == "optional":
                yield Finding(tokens, "the metadata can be read without a token", advice=advice)
        elif not (block.labels[0] == "aws_instance" and has(block, "launch_template")):
            yield Finding(options or block, "the metadata may be read without a token", advice=advice)
