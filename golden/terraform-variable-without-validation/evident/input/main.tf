variable "region" {
  description = "Region to deploy to"
  type        = string
  default     = "us-east-2"
}

variable "vpc_cidr" {
  type = string
}

variable "office_cidrs" {
  type    = list(string)
  default = ["203.0.113.0/24"]
}

variable "environment" {
  type = string
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
