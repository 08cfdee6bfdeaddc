provider "aws" {
  region = "us-east-2"

  default_tags {
    tags = local.common_tags
  }
}

locals {
  common_tags = { Team = "orders" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = merge(local.common_tags, { Name = "main" })
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
