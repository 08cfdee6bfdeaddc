terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# Whoever uses the module is to say it.
variable "name" {
  type    = string
  default = ""
}

variable "vpc_id" {
  type = string
}

locals {
  ports = {
    web   = { port = 443, text = "web: the public side (HTTPS); see #12" }
    plain = { port = 80, text = "web & app [plain] = $0 {x} * + !" }
  }
}

resource "aws_security_group" "app" {
  name        = "app (web)"
  description = ""
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
}

# Other descriptions may have any characters.
resource "aws_kms_key" "app" {
  description = "The team's key -> for all"
}

resource "aws_kms_alias" "app" {
  name          = "alias/awsome"
  target_key_id = aws_kms_key.app.id
}

resource "aws_s3_bucket" "app" {
  bucket = "192.168.5.4.logs"
}

resource "aws_lb_target_group" "app" {
  name_prefix = "app-"
  port        = 80
  protocol    = "HTTP"
  vpc_id      = var.vpc_id
}

resource "aws_elasticache_replication_group" "app" {
  replication_group_id = "${var.name}-"
  description          = "Sessions of the shop's users"
}

resource "aws_ssm_parameter" "app" {
  name  = "/app/aws/level"
  type  = "String"
  value = "info"
}

resource "aws_vpc" "app" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_instance" "app" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.small"
  vpc_security_group_ids = ["sg-0123456789abcdef0", aws_security_group.app.id]
}
