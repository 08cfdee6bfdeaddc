terraform {
  backend "s3" {
    bucket = "states"
    key    = "network"
    region = "eu-west-1"
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  for_each = toset([aws_vpc.main.id])

  vpc_id = each.value
}
