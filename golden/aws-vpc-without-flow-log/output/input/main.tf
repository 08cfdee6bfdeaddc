module "network" {
  source = "./network"
}

resource "aws_vpc" "published" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc" "kept" {
  cidr_block = "10.2.0.0/16"
}

locals {
  vpc_id = aws_vpc.published.id
}

output "vpc_id" {
  value = local.vpc_id
}
