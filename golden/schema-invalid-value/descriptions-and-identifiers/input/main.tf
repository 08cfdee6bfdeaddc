terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "owner" {
  type    = string
  default = "the café"
}

variable "vpc_id" {
  type = string
}

locals {
  ports = {
    web   = { port = 443, text = "web -> app" }
    plain = { port = 80, text = "web to app" }
  }
  purpose = "team's database"
}

resource "aws_security_group" "app" {
  name        = "app|web"
  description = "For ${var.owner}"
  vpc_id      = var.vpc_id

  dynamic "ingress" {
    for_each = local.ports

    content {
      description = ingress.value.text
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }

  egress {
    description = "<anywhere>"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "more" {
  for_each = toset(["app & web", "app > web"])

  security_group_id = aws_security_group.app.id
  description       = each.value
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}

resource "aws_security_group_rule" "database" {
  type              = "ingress"
  security_group_id = aws_security_group.app.id
  description       = local.purpose
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "aws_kms_alias" "app" {
  name          = "alias/aws/app"
  target_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_s3_bucket" "app" {
  bucket = "app..logs"
}

resource "aws_s3_bucket" "address" {
  bucket = "192.168.5.4"
}

resource "aws_lb_target_group" "app" {
  name_prefix = "application-"
  port        = 80
  protocol    = "HTTP"
  vpc_id      = var.vpc_id
}

resource "aws_rds_cluster" "app" {
  cluster_identifier          = "App_cluster"
  engine                      = "aurora-postgresql"
  master_username             = "shop"
  manage_master_user_password = true
  final_snapshot_identifier   = "app_final"
}

resource "aws_ssm_parameter" "app" {
  name  = "app/level"
  type  = "String"
  value = "info"
}

locals {
  network = "10.0.0.0/8"
}

resource "aws_vpc" "app" {
  cidr_block = local.network
}

resource "aws_instance" "app" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.small"
  vpc_security_group_ids = ["app", aws_security_group.app.id]
}
