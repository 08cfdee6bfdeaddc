"""Databases, clusters and brokers of versions that AWS no longer offers."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, resources

from ..cloud._known_texts import text, whence
from ._engine_versions import end_of_kubernetes, engine

_DATABASES = ("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_rds_global_cluster")
_KUBERNETES = ("aws_eks_cluster", "aws_eks_node_group")
_KAFKA = "aws_msk_cluster"
_SERVERLESS_1_ENDED = "2025-03-31"


class EngineVersionRetired(Transform):
    """A database, a Kubernetes cluster or a Kafka cluster has a version that AWS no longer offers.

    What:
        Looks at `engine_version` of RDS and Aurora, `version` of EKS clusters and node groups and
        `kafka_version` of MSK, also where local values, defaults of variables or callers say it. Reported
        are versions that AWS has withdrawn, those of release lines that it has withdrawn whole, the engine
        `aurora`, which was MySQL 5.6, and Aurora Serverless v1.

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
        As old as the release of the CDK that the list is from. AWS GovCloud and China may have other
        versions. Left alone: engines that are not known, and versions of which the value is not.

    Source:
        The packages aws-cdk-lib and @aws-cdk/aws-msk-alpha; Amazon EKS User Guide, "Kubernetes versions";
        Amazon Aurora User Guide, "Using Amazon Aurora Serverless v1".
    """

    name = "aws-engine-version-retired"
    impact = Impact.NONE
    watches = resources(*_DATABASES, *_KUBERNETES, _KAFKA)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_ = block.labels[0]
        if type_ in _KUBERNETES:
            attribute = block.get("version")
            if attribute is not None and (ended := end_of_kubernetes(text(attribute, block, module))):
                yield Finding(attribute, f"{ended}{whence(attribute)}")
        elif type_ == _KAFKA:
            yield from _retired(block, "kafka_version", "kafka", module)
        else:
            yield from _database(block, module)


def _database(block: Block, module: Module) -> Iterator[Finding]:
    mode, at = block.get("engine_mode"), block.get("engine")
    if mode is not None and text(mode, block, module) == "serverless":
        message = f"Aurora Serverless v1 ended on {_SERVERLESS_1_ENDED}{whence(mode)}"
        advice = "a block serverlessv2_scaling_configuration, and instances of the class db.serverless"
        yield Finding(mode, message, advice=advice)
    name = text(at, block, module)
    known = engine(name)
    if at is not None and known is not None and not known.lines and block.get("engine_version") is None:
        yield Finding(at, f"AWS no longer offers {name}{whence(at)}", advice='engine = "aurora-mysql"')
    yield from _retired(block, "engine_version", name, module)


def _retired(block: Block, argument: str, name: str, module: Module) -> Iterator[Finding]:
    known, attribute = engine(name), block.get(argument)
    version = text(attribute, block, module)
    if known is not None and attribute is not None and version and known.is_gone(version):
        message = f"AWS no longer offers {name} {version}{whence(attribute)}"
        left = f"there are versions of {', '.join(known.lines)}" if known.lines else "no version is left"
        yield Finding(attribute, message, advice=left)
