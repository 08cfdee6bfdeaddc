variable "in_vpc" {
  type = bool
}

variable "base" {
  type    = string
  default = null
}

resource "aws_eip" "nat" {
  vpc = var.in_vpc
}

resource "aws_eip" "web" {
  vpc    = true
  domain = "vpc"
}

data "aws_iam_policy_document" "logs" {
  source_json = var.base
}
