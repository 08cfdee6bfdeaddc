# Storefront: a public web service on EC2 behind a load balancer, with a database, a queue of alerts and
# a compliance trail, copied to a second region.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.0"
      configuration_aliases = [aws.replica]
    }
  }
}

provider "aws" {
  region = "us-east-2"

  default_tags {
    tags = local.common_tags
  }
}

# The zones that the network team has agreed on
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-east-2c", "us-east-2a", "us-east-2b"]
  }
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
  count = length(data.aws_availability_zones.available.names)

  vpc_id                  = aws_vpc.main.id
  cidr_block              = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone       = data.aws_availability_zones.available.names[count.index]
  map_public_ip_on_launch = true

  tags = {
    Name = "storefront-public-${data.aws_availability_zones.available.names[count.index]}"
  }
}

resource "aws_subnet" "private" {
  for_each = toset(slice(data.aws_availability_zones.available.names, 0, 2))

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 100 + index(data.aws_availability_zones.available.names, each.key))
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
  name = "prod-ec2-role" # the on-call handbook knows it by this name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "prod_ec2_policy" {
  name = "prod-ec2-policy"
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
  role       = "prod-ec2-role"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "prod_ec2_profile" {
  name = "prod-ec2-profile"
  role = aws_iam_role.prod_ec2_role.name
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
    echo "zones: ${join(", ", data.aws_availability_zones.available.names)}" > /usr/share/nginx/html/zones.txt
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

  depends_on = [data.aws_availability_zones.available]
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

  # Turn red when CloudWatch has nothing to say
  insufficient_data_health_status = "Failure"
  cloudwatch_alarm_name           = "storefront-health"
  cloudwatch_alarm_region         = "us-east-2"
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
    aws_iam_role_policy_attachment.prod_config_policy,
  ]
}

resource "aws_iam_role" "prod_config_role" {
  name = "prod-config-role"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "config.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "prod_config_policy" {
  role       = aws_iam_role.prod_config_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/ConfigRole"
}
