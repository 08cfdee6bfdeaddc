"""Databases, clusters and brokers of versions that AWS no longer offers."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, inference, resources

from ._engine_versions import end_of_kubernetes, engine

_DATABASES = ("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_rds_global_cluster")
_KUBERNETES = ("aws_eks_cluster", "aws_eks_node_group")
_KAFKA = "aws_msk_cluster"


class EngineVersionRetired(Transform):
    """A database, a Kubernetes cluster or a Kafka cluster has a version that AWS no longer offers.

    What:
        Looks at `engine_version` of RDS and Aurora, `version` of EKS clusters and node groups and
        `kafka_version` of MSK, also where local values, defaults of variables or callers say it. Reported
        are versions that AWS has withdrawn, and those of release lines that it has withdrawn whole.

    Why:
        The apply fails with "Cannot find version 12.7 for postgres" or "unsupported Kubernetes version". What
        is deployed has been upgraded by AWS, so that the plan wants to go back, which fails as well.

    Example:
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          engine_version    = "12.7"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
        }

    Impact:
        None: this is only reported. Which newer version the application is ready for is not for a tool to
        guess.

    Limits:
        As old as the release of the CDK that the list is from. Versions that are pinned by nothing but a
        region, such as those of AWS GovCloud, may differ. Left alone: engines that are not known, and
        versions that have a variable without a known value.

    Source:
        The packages aws-cdk-lib and @aws-cdk/aws-msk-alpha; Amazon EKS User Guide, "Kubernetes versions".
    """

    name = "aws-engine-version-retired"
    impact = Impact.NONE
    watches = resources(*_DATABASES, *_KUBERNETES, _KAFKA)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_ = block.labels[0]
        if type_ in _KUBERNETES:
            attribute, version = _text(block, "version", module)
            if attribute is not None and (ended := end_of_kubernetes(version)):
                yield Finding(attribute, f"{ended}{_whence(attribute)}")
        elif type_ == _KAFKA:
            yield from _retired(block, "kafka_version", "kafka", module)
        else:
            _, name = _text(block, "engine", module)
            yield from _retired(block, "engine_version", name, module)


def _retired(block: Block, argument: str, name: str, module: Module) -> Iterator[Finding]:
    known = engine(name)
    attribute, version = _text(block, argument, module)
    if known is not None and attribute is not None and version and known.is_gone(version):
        message = f"AWS no longer offers {name} {version}{_whence(attribute)}"
        left = f"there are versions of {', '.join(known.lines)}" if known.lines else "no version is left"
        yield Finding(attribute, message, advice=left)


def _text(block: Block, name: str, module: Module) -> tuple[Attribute | None, str]:
    """An argument and its text, as far as that is known."""
    attribute = block.get(name)
    if attribute is None:
        return None, ""
    found = inference.infer(attribute, block, module)
    known = inference.plain(found) if found.is_known else None
    if isinstance(known, float | int) and not isinstance(known, bool):
        return attribute, str(known)
    return attribute, known if isinstance(known, str) else ""


def _whence(attribute: Attribute) -> str:
    """What says a value that is not written in its place, as a clause."""
    return "" if inference.is_plain(attribute.expression) else f" ({attribute.source.strip()} is that)"
