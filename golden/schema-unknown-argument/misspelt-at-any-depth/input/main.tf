provider "aws" {
  regoin = "us-east-2"

  default_tag {
    tags = {
      Team = "web"
    }
  }
}

data "aws_ami" "linux" {
  most_recnt = true
  owners     = ["amazon"]

  filter {
    name  = "name"
    value = ["al2023-ami-*"]
  }
}

resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_block  = "0.0.0.0/0" # everybody
  }
}

resource "aws_elastic_beanstalk_environment" "app" {
  name        = "app"
  application = "app"

  dynamic "settings" {
    for_each = var.settings
    content {
      namespace = settings.value.namespace
      name      = settings.value.name
      vaule     = settings.value.value
    }
  }
}

resource "aws_lb" "web" {
  name           = "web"
  security_group = aws_security_group.web.id
  SubnetS        = var.subnets
}

variable "settings" {
  type = list(map(string))
}

variable "subnets" {
  type = list(string)
}
