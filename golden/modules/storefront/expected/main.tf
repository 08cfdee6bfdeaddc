# Storefront: a public web service on EC2 behind a load balancer, with a database, a queue of alerts and
# a compliance trail, copied to a second region.

# The zones that the network team has agreed on
locals {
  availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

data "aws_ami" "amazon_linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}

locals {
  common_tags = {
    environment = "production"
    service     = "storefront"
  }
}

variable "database_password" {
  description = "Password of the database's first user."
  type        = string
  sensitive   = true
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}

# ---------------------------------------------------------------------------
# Network
# ---------------------------------------------------------------------------

resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count = length(local.availability_zones)

  vpc_id                  = aws_vpc.main.id
  cidr_block              = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone       = local.availability_zones[count.index]
  map_public_ip_on_launch = true

  tags = {
    Name = "storefront-public-${local.availability_zones[count.index]}"
  }
}

resource "aws_subnet" "private" {
  for_each = toset(slice(local.availability_zones, 0, 2))

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 100 + index(local.availability_zones, each.key))
  availability_zone = each.key
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  count = length(aws_subnet.public)

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "web" {
  name_prefix = "storefront-web-"
  description = "The load balancer and the instances behind it"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "HTTP from anywhere"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    description = "Everything out"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ---------------------------------------------------------------------------
# Instances
# ---------------------------------------------------------------------------

# What the instances may do
resource "aws_iam_role" "prod_ec2_role" {
  name = "prod-ec2-role-${random_id.ec2_role_suffix.hex}" # the on-call handbook knows it by this name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "random_id" "ec2_role_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy" "prod_ec2_policy" {
  name = "prod-ec2-policy-${random_id.ec2_role_suffix.hex}"
  role = aws_iam_role.prod_ec2_role.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.assets.arn}/*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "prod_ec2_ssm" {
  role       = aws_iam_role.prod_ec2_role.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "prod_ec2_profile" {
  name = "prod-ec2-profile-${random_id.ec2_profile_suffix.hex}"
  role = aws_iam_role.prod_ec2_role.name
}

resource "random_id" "ec2_profile_suffix" {
  byte_length = 4
}

resource "aws_launch_template" "web" {
  name_prefix            = "storefront-web-"
  image_id               = data.aws_ami.amazon_linux.id
  instance_type          = "t3.medium"
  vpc_security_group_ids = [aws_security_group.web.id]

  iam_instance_profile {
    name = aws_iam_instance_profile.prod_ec2_profile.name
  }

  user_data = base64encode(<<-EOT
    #!/bin/bash
    dnf install -y nginx
    echo "zones: ${join(", ", local.availability_zones)}" > /usr/share/nginx/html/zones.txt
    systemctl enable --now nginx
  EOT
  )
}

resource "aws_autoscaling_group" "web" {
  name_prefix         = "storefront-web-"
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = aws_subnet.public[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

resource "aws_lb" "web" {
  name               = "storefront-web"
  load_balancer_type = "application"
  security_groups    = [aws_security_group.web.id]
  subnets            = aws_subnet.public[*].id
}

resource "aws_lb_target_group" "web" {
  name     = "storefront-web"
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_route53_health_check" "web" {
  fqdn              = aws_lb.web.dns_name
  port              = 80
  type              = "HTTP"
  resource_path     = "/healthz"
  failure_threshold = 3
  request_interval  = 30
}

# ---------------------------------------------------------------------------
# Data
# ---------------------------------------------------------------------------

resource "random_id" "bucket_suffix" {
  byte_length = 8
}

resource "aws_s3_bucket" "assets" {
  bucket = "storefront-assets-${random_id.bucket_suffix.hex}"
}

resource "aws_s3_bucket" "assets_replica" {
  provider = aws.replica
  bucket   = "storefront-assets-replica-${random_id.bucket_suffix.hex}"
}

resource "aws_db_subnet_group" "main" {
  name_prefix = "storefront-"
  subnet_ids  = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_db_instance" "main" {
  identifier_prefix      = "storefront-"
  engine                 = "mysql"
  engine_version         = "8.0"
  instance_class         = "db.m6g.large"
  allocated_storage      = 50
  storage_encrypted      = true
  username               = "storefront"
  password               = var.database_password
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.web.id]
  multi_az               = true
  skip_final_snapshot    = true
}

resource "aws_sns_topic" "alerts" {
  name_prefix = "storefront-alerts-"
}

# ---------------------------------------------------------------------------
# Compliance
# ---------------------------------------------------------------------------

resource "aws_s3_bucket" "config" {
  bucket = "storefront-config-${random_id.bucket_suffix.hex}"
}

resource "aws_config_configuration_recorder" "main" {
  name     = "storefront"
  role_arn = aws_iam_role.prod_config_role.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "main" {
  name           = "storefront"
  s3_bucket_name = aws_s3_bucket.config.bucket
  sns_topic_arn  = aws_sns_topic.alerts.arn

  depends_on = [
    aws_config_configuration_recorder.main,
    aws_iam_role_policy.prod_config_policy,
  ]
}

resource "aws_iam_role" "prod_config_role" {
  name = "prod-config-role-${random_id.config_role_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "config.amazonaws.com" }
    }]
  })
}

resource "random_id" "config_role_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy" "prod_config_policy" {
  name = "prod-config-policy-${random_id.config_role_suffix.hex}"
  role = aws_iam_role.prod_config_role.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "FindDeliveryBucket"
        Effect = "Allow"
        Action = [
          "s3:GetBucketAcl",
          "s3:ListBucket"
        ]
        Resource = aws_s3_bucket.config.arn
      },
      {
        Sid      = "DeliverToBucket"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.config.arn}/AWSLogs/*/Config/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl" = "bucket-owner-full-control"
          }
        }
      },
      {
        Sid      = "NotifyTopic"
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.alerts.arn
      },
      {
        Sid    = "RecordConfiguration"
        Effect = "Allow"
        Action = [
          "acm:DescribeCertificate",
          "acm:List*",
          "apigateway:GET",
          "autoscaling:Describe*",
          "cloudformation:Describe*",
          "cloudformation:List*",
          "cloudfront:List*",
          "cloudtrail:DescribeTrails",
          "cloudtrail:GetEventSelectors",
          "cloudtrail:GetTrailStatus",
          "cloudtrail:ListTags",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:ListTagsForResource",
          "config:Describe*",
          "config:Get*",
          "config:List*",
          "config:Put*",
          "dynamodb:Describe*",
          "dynamodb:List*",
          "ec2:Describe*",
          "ec2:GetEbsEncryptionByDefault",
          "ecr:DescribeRepositories",
          "ecr:GetLifecyclePolicy",
          "ecr:GetRepositoryPolicy",
          "ecr:ListTagsForResource",
          "ecs:Describe*",
          "ecs:List*",
          "eks:Describe*",
          "eks:List*",
          "elasticfilesystem:Describe*",
          "elasticloadbalancing:Describe*",
          "iam:Get*",
          "iam:List*",
          "kms:DescribeKey",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:List*",
          "lambda:GetFunction",
          "lambda:GetPolicy",
          "lambda:List*",
          "rds:Describe*",
          "rds:ListTagsForResource",
          "redshift:Describe*",
          "route53:GetHealthCheck",
          "route53:GetHostedZone",
          "route53:List*",
          "s3:Get*Configuration",
          "s3:GetAccountPublicAccessBlock",
          "s3:GetBucket*",
          "s3:ListAllMyBuckets",
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetResourcePolicy",
          "secretsmanager:ListSecrets",
          "sns:GetTopicAttributes",
          "sns:List*",
          "sqs:GetQueueAttributes",
          "sqs:List*",
          "ssm:DescribeDocument",
          "ssm:DescribeInstanceInformation",
          "ssm:GetDocument",
          "ssm:ListDocuments"
        ]
        Resource = "*"
      }
    ]
  })
}
