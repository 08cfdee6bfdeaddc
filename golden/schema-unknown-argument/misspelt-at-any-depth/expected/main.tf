provider "aws" {
  region = "us-east-2"

  default_tags {
    tags = {
      Team = "web"
    }
  }
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-*"]
  }
}

resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # everybody
  }
}

resource "aws_elastic_beanstalk_environment" "app" {
  name        = "app"
  application = "app"

  dynamic "setting" {
    for_each = var.settings
    iterator = settings
    content {
      namespace = settings.value.namespace
      name      = settings.value.name
      value     = settings.value.value
    }
  }
}

resource "aws_lb" "web" {
  name            = "web"
  security_groups = [aws_security_group.web.id]
  subnets         = var.subnets
}

variable "settings" {
  type = list(map(string))
}

variable "subnets" {
  type = list(string)
}
