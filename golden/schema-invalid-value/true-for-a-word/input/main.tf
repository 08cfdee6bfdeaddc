variable "is_vpc" {
  type = bool
}

variable "domain" {
  type = string
}

locals {
  is_vpc = true
  domain = "vpc"
}

resource "aws_eip" "literal" {
  domain = true
}

resource "aws_eip" "by_local" {
  domain = local.is_vpc
}

resource "aws_eip" "by_variable" {
  domain = var.is_vpc
}

resource "aws_eip" "compared" {
  domain = var.domain == "vpc"
}

# These are words.
resource "aws_eip" "chosen" {
  domain = var.is_vpc ? "vpc" : null
}

resource "aws_eip" "given" {
  domain = var.domain
}

resource "aws_eip" "named" {
  domain = local.domain
}
