"""Which forms AWS asks of names and descriptions where its API models do not say so: a table with sources."""

from __future__ import annotations

from dataclasses import dataclass

from tffix import facts

from ._limits import Asked


@dataclass(frozen=True, slots=True)
class Form:
    """The lengths and the pattern of an argument of some types, the pattern in words, and who says so."""

    types: tuple[str, ...]
    argument: str
    least: int | None
    most: int | None
    pattern: str
    words: str
    source: str


_IDENTIFIER = r"(?!.*--)[a-z][0-9a-z-]*(?<!-)"
_IDENTIFIER_IN_WORDS = "lower-case letters, digits and single hyphens, a letter first"
_SNAPSHOT = r"(?!.*--)[A-Za-z][0-9A-Za-z-]*(?<!-)"
_SNAPSHOT_IN_WORDS = "letters, digits and single hyphens, a letter first"
_EC2_TEXT = r"[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]"
_EC2_TEXT_IN_WORDS = "letters without accents, digits, spaces and any of ._-:/()#,@[]+=&;{}!$*"
_FIFO_IN_WORDS = "letters, digits, hyphens and underscores, and .fifo at the end"
_BALANCERS = ("aws_alb", "aws_lb")
_TARGET_GROUPS = ("aws_alb_target_group", "aws_lb_target_group")
_BUCKET = (
    r"(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)"
    r"[a-z0-9][a-z0-9.-]*[a-z0-9](?<!-s3alias)(?<!--ol-s3)(?<!\.mrap)(?<!--x-s3)(?<!--table-s3)"
)
_BUCKET_IN_WORDS = (
    "lower-case letters, digits, and hyphens and single dots within; no address, and neither the beginnings "
    "xn--, sthree- and amzn-s3-demo- nor the ends -s3alias, --ol-s3, .mrap, --x-s3 and --table-s3"
)

_EC2_API = "Amazon EC2 API reference, "
_RDS_API = "Amazon RDS API reference, "
_PROVIDER = "documentation of the AWS provider, "

_GROUP_IDS = {
    "network_configuration.security_groups": ("aws_ecs_service",),
    "security_group_id": (
        "aws_security_group_rule",
        "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule",
    ),
    "security_group_ids": (
        "aws_elasticache_cluster",
        "aws_elasticache_replication_group",
        "aws_vpc_endpoint",
    ),
    "security_groups": ("aws_alb", "aws_efs_mount_target", "aws_elb", "aws_lb", "aws_network_interface"),
    "vpc_config.security_group_ids": ("aws_eks_cluster", "aws_lambda_function"),
    "vpc_security_group_ids": (
        "aws_db_instance",
        "aws_docdb_cluster",
        "aws_instance",
        "aws_launch_template",
        "aws_neptune_cluster",
        "aws_rds_cluster",
        "aws_redshift_cluster",
        "aws_spot_instance_request",
    ),
}
"""Arguments that take ids of security groups."""

_TABLE = (
    Form(
        _BALANCERS,
        "name",
        None,
        32,
        r"(?!-|internal-)[0-9A-Za-z-]+(?<!-)",
        "letters, digits and inner hyphens, and not internal- at the beginning",
        "Elastic Load Balancing API reference, CreateLoadBalancer (Name)",
    ),
    Form(
        ("aws_elb", *_TARGET_GROUPS),
        "name",
        None,
        32,
        r"(?!-)[0-9A-Za-z-]+(?<!-)",
        "letters, digits and inner hyphens",
        "Elastic Load Balancing API reference, CreateTargetGroup (Name)",
    ),
    Form(
        (*_BALANCERS, *_TARGET_GROUPS),
        "name_prefix",
        None,
        6,
        r"(?!-)[0-9A-Za-z-]+",
        "letters, digits and hyphens, no hyphen first",
        _PROVIDER + "aws_lb, aws_lb_target_group (name_prefix)",
    ),
    Form(
        (
            "aws_db_instance",
            "aws_docdb_cluster_instance",
            "aws_neptune_cluster_instance",
            "aws_rds_cluster_instance",
        ),
        "identifier",
        None,
        63,
        _IDENTIFIER,
        _IDENTIFIER_IN_WORDS,
        _RDS_API + "CreateDBInstance (DBInstanceIdentifier)",
    ),
    Form(
        ("aws_docdb_cluster", "aws_neptune_cluster", "aws_rds_cluster"),
        "cluster_identifier",
        None,
        63,
        _IDENTIFIER,
        _IDENTIFIER_IN_WORDS,
        _RDS_API + "CreateDBCluster (DBClusterIdentifier)",
    ),
    Form(
        ("aws_redshift_cluster",),
        "cluster_identifier",
        None,
        63,
        _IDENTIFIER,
        _IDENTIFIER_IN_WORDS,
        "Amazon Redshift API reference, CreateCluster (ClusterIdentifier)",
    ),
    Form(
        (
            "aws_db_instance",
            "aws_docdb_cluster",
            "aws_neptune_cluster",
            "aws_rds_cluster",
            "aws_redshift_cluster",
        ),
        "final_snapshot_identifier",
        None,
        255,
        _SNAPSHOT,
        _SNAPSHOT_IN_WORDS,
        _RDS_API + "DeleteDBInstance, DeleteDBCluster (FinalDBSnapshotIdentifier); "
        "Amazon Redshift API reference, DeleteCluster",
    ),
    Form(
        ("aws_elasticache_replication_group",),
        "replication_group_id",
        None,
        40,
        _SNAPSHOT,
        _SNAPSHOT_IN_WORDS,
        "Amazon ElastiCache API reference, CreateReplicationGroup (ReplicationGroupId)",
    ),
    Form(
        ("aws_elasticache_cluster",),
        "cluster_id",
        None,
        50,
        _IDENTIFIER,
        _IDENTIFIER_IN_WORDS,
        "Amazon ElastiCache API reference, CreateCacheCluster (CacheClusterId); "
        + _PROVIDER
        + "aws_elasticache_cluster",
    ),
    Form(
        ("aws_db_subnet_group",),
        "name",
        None,
        255,
        r"(?!default$)[ .0-9a-z_-]+",
        "lower-case letters, digits, spaces and any of ._-",
        _RDS_API + "CreateDBSubnetGroup (DBSubnetGroupName)",
    ),
    Form(
        ("aws_dynamodb_table",),
        "name",
        3,
        255,
        r"[a-zA-Z0-9_.-]+",
        "",
        "Amazon DynamoDB API reference, CreateTable (TableName)",
    ),
    Form(
        ("aws_ecr_repository",),
        "name",
        2,
        256,
        r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*",
        "lower-case letters and digits, with . _ - and / between them",
        "Amazon ECR API reference, CreateRepository (repositoryName)",
    ),
    Form(
        ("aws_ecs_cluster",),
        "name",
        None,
        255,
        r"[\w-]+",
        "",
        "Amazon ECS API reference, CreateCluster (clusterName)",
    ),
    Form(
        ("aws_ecs_task_definition",),
        "family",
        None,
        255,
        r"[\w-]+",
        "",
        "Amazon ECS API reference, RegisterTaskDefinition (family)",
    ),
    Form(
        ("aws_eks_cluster",),
        "name",
        None,
        100,
        r"[0-9A-Za-z][A-Za-z0-9_-]*",
        "",
        "Amazon EKS API reference, CreateCluster (name)",
    ),
    Form(
        ("aws_iam_role",),
        "name_prefix",
        None,
        38,
        r"[\w+=,.@-]+",
        "",
        _PROVIDER + "aws_iam_role (name_prefix); IAM API reference, CreateRole (RoleName)",
    ),
    Form(
        ("aws_kinesis_stream",),
        "name",
        None,
        128,
        r"[a-zA-Z0-9_.-]+",
        "",
        "Amazon Kinesis API reference, CreateStream (StreamName)",
    ),
    Form(
        ("aws_kms_alias",),
        "name",
        None,
        256,
        r"alias/(?!aws/)[a-zA-Z0-9/_-]+",
        "alias/ and then letters, digits and any of /_-, and not aws/",
        "AWS KMS API reference, CreateAlias (AliasName)",
    ),
    Form(
        ("aws_kms_alias",),
        "name_prefix",
        None,
        230,
        r"alias/(?!aws/)[a-zA-Z0-9/_-]*",
        "alias/ and then letters, digits and any of /_-, and not aws/",
        _PROVIDER + "aws_kms_alias (name_prefix)",
    ),
    Form(
        ("aws_lambda_function",),
        "function_name",
        None,
        None,
        r"[\w-]{1,64}|arn:.+|\d{12}:.+",
        "at most 64 letters, digits, hyphens and underscores",
        "AWS Lambda API reference, CreateFunction (FunctionName)",
    ),
    Form(
        ("aws_launch_template",),
        "name",
        3,
        128,
        r"[a-zA-Z0-9()./_-]+",
        "",
        _EC2_API + "CreateLaunchTemplate (LaunchTemplateName)",
    ),
    Form(
        ("aws_s3_bucket",),
        "bucket",
        3,
        63,
        _BUCKET,
        _BUCKET_IN_WORDS,
        'Amazon S3 User Guide, "General purpose bucket naming rules"',
    ),
    Form(
        ("aws_s3_bucket",),
        "bucket_prefix",
        None,
        37,
        r"(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)[a-z0-9][a-z0-9.-]*",
        "lower-case letters, digits, hyphens and single dots",
        _PROVIDER
        + 'aws_s3_bucket (bucket_prefix); Amazon S3 User Guide, "General purpose bucket naming rules"',
    ),
    Form(
        ("aws_secretsmanager_secret",),
        "name",
        None,
        512,
        r"[0-9A-Za-z/_+=.@-]+",
        "",
        "AWS Secrets Manager API reference, CreateSecret (Name)",
    ),
    Form(
        ("aws_security_group",),
        "name",
        None,
        255,
        rf"(?!sg-){_EC2_TEXT}+",
        f"{_EC2_TEXT_IN_WORDS}, and not sg- at the beginning",
        _EC2_API + "CreateSecurityGroup (GroupName)",
    ),
    Form(
        ("aws_security_group",),
        "description",
        None,
        255,
        rf"{_EC2_TEXT}+",
        _EC2_TEXT_IN_WORDS,
        _EC2_API + "CreateSecurityGroup (GroupDescription)",
    ),
    *(
        Form(
            types,
            argument,
            None,
            255,
            rf"{_EC2_TEXT}+",
            _EC2_TEXT_IN_WORDS,
            _EC2_API + "IpRange, UserIdGroupPair (Description)",
        )
        for types, argument in (
            (("aws_default_security_group", "aws_security_group"), "ingress.description"),
            (("aws_default_security_group", "aws_security_group"), "egress.description"),
            (
                (
                    "aws_security_group_rule",
                    "aws_vpc_security_group_egress_rule",
                    "aws_vpc_security_group_ingress_rule",
                ),
                "description",
            ),
        )
    ),
    Form(
        ("aws_vpc", "aws_vpc_ipv4_cidr_block_association"),
        "cidr_block",
        None,
        None,
        r"[0-9.]+/(?:1[6-9]|2[0-8])",
        "networks of /16 to /28",
        'Amazon VPC User Guide, "VPC CIDR blocks"',
    ),
    *(
        Form(
            types,
            argument,
            None,
            None,
            "sg-.+",
            "ids, which begin with sg-",
            _EC2_API + "GroupIdentifier (GroupId); " + _PROVIDER + argument,
        )
        for argument, types in _GROUP_IDS.items()
    ),
    Form(
        ("aws_sns_topic",),
        "name",
        None,
        256,
        r"[\w-]+|[\w-]+\.fifo",
        _FIFO_IN_WORDS,
        "Amazon SNS API reference, CreateTopic (Name)",
    ),
    Form(
        ("aws_sqs_queue",),
        "name",
        None,
        80,
        r"[\w-]+|[\w-]+\.fifo",
        _FIFO_IN_WORDS,
        "Amazon SQS API reference, CreateQueue (QueueName)",
    ),
    Form(
        ("aws_ssm_parameter",),
        "name",
        None,
        1011,
        r"(?!(?i:aws|ssm)|/(?i:aws|ssm)(?:/|$))(?:/[a-zA-Z0-9_.\-/]+|[a-zA-Z0-9_.-]+)",
        "letters, digits and any of _.-/, a / first if there is any, and not aws or ssm at the beginning",
        "AWS Systems Manager API reference, PutParameter (Name)",
    ),
)

FORMS = {
    (type_, form.argument): Asked(facts.aws.Limits(form.least, form.most, form.pattern), form.words)
    for form in _TABLE
    for type_ in form.types
}
