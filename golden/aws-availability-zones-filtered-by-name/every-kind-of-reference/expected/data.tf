# The zones that the network team has planned for.
locals {
  availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

data "aws_region" "current" {}
