"""AWS services that have ended: what their types begin with, since when, and what takes their place.

Facts: the notices in AWS's documentation of each service, which each entry names.
"""

from __future__ import annotations

from ..cloud._ended import Ended

_DOCS = "https://docs.aws.amazon.com"

SERVICES: dict[str, Ended] = {
    "aws_appmesh_": Ended(
        "AWS App Mesh",
        "2026-09-30",
        "Amazon ECS Service Connect or Amazon VPC Lattice",
        f"{_DOCS}/app-mesh/latest/userguide/what-is-app-mesh.html",
    ),
    "aws_elastictranscoder_": Ended(
        "Amazon Elastic Transcoder",
        "2025-11-13",
        "AWS Elemental MediaConvert",
        f"{_DOCS}/elastictranscoder/latest/developerguide/accessing.html",
    ),
    "aws_evidently_": Ended(
        "Amazon CloudWatch Evidently",
        "2025-10-16",
        "AWS AppConfig",
        f"{_DOCS}/AmazonCloudWatch/latest/monitoring/CloudWatch-Evidently.html",
    ),
    "aws_inspector_": Ended(
        "Amazon Inspector Classic",
        "2026-05-20",
        "aws_inspector2_enabler",
        f"{_DOCS}/inspector/v1/userguide/inspector-migration.html",
    ),
    "aws_kinesis_analytics_application": Ended(
        "Amazon Kinesis Data Analytics for SQL",
        "2026-01-27",
        "aws_kinesisanalyticsv2_application with Apache Flink",
        f"{_DOCS}/kinesisanalytics/latest/dev/discontinuation.html",
    ),
    "aws_lex_": Ended(
        "Amazon Lex V1", "2025-09-15", "aws_lexv2models_bot", f"{_DOCS}/lex/latest/dg/what-is.html"
    ),
    "aws_opsworks_": Ended(
        "AWS OpsWorks Stacks",
        "2024-05-26",
        "AWS Systems Manager",
        f"{_DOCS}/opsworks/latest/APIReference/Welcome.html",
    ),
    "aws_qldb_": Ended(
        "Amazon QLDB",
        "2025-07-31",
        "Amazon Aurora PostgreSQL",
        f"{_DOCS}/qldb/latest/developerguide/document-history.html",
    ),
    "aws_waf_": Ended(
        "AWS WAF Classic",
        "2025-09-30",
        "aws_wafv2_web_acl and its kin",
        f"{_DOCS}/waf/latest/developerguide/waf-migrating-from-classic.html",
    ),
    "aws_wafregional_": Ended(
        "AWS WAF Classic",
        "2025-09-30",
        "aws_wafv2_web_acl and its kin",
        f"{_DOCS}/waf/latest/developerguide/waf-migrating-from-classic.html",
    ),
}
"""By the beginning of the types, a type itself where it is the only one."""
