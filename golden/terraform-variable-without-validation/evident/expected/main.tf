variable "region" {
  description = "Region to deploy to"
  type        = string
  default     = "us-east-2"

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "The region must be an AWS region such as us-east-2."
  }
}

variable "vpc_cidr" {
  type = string

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0))
    error_message = "The vpc_cidr must be a CIDR block such as 10.0.0.0/16."
  }
}

variable "office_cidrs" {
  type    = list(string)
  default = ["203.0.113.0/24"]

  validation {
    condition     = alltrue([for one in var.office_cidrs : can(cidrhost(one, 0))])
    error_message = "The office_cidrs must hold CIDR blocks such as 10.0.0.0/16."
  }
}

variable "environment" {
  type = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment must be one of dev, prod."
  }
}

locals {
  sizes = {
    dev  = "t3.micro"
    prod = "m7g.large"
  }
}

provider "aws" {
  region = var.region
}

resource "aws_vpc" "main" {
  cidr_block = var.vpc_cidr
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = var.office_cidrs
  }
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = local.sizes[var.environment]
}

variable "ami" {
  type = string
}

output "console_url" {
  value = "https://${var.region}.console.aws.amazon.com/"
}
