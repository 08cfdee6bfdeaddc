# Zones of the database subnets.
data "aws_availability_zones" "database" {
  state = "available"

  # Its comments stay with it.
  filter {
    name = "zone-name"
    values = [
      "us-east-2a", # primary
      "us-east-2b", # standby
    ]
  }
}

locals {
  availability_zones = ["us-east-2a", "us-east-2b"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "database" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = local.availability_zones[count.index]

  tags = {
    ZoneId = data.aws_availability_zones.database.zone_ids[count.index]
  }

  depends_on = [data.aws_availability_zones.database]
}

data "aws_availability_zones" "ids_only" {
  filter {
    name   = "zone-name"
    values = ["us-east-2c"]
  }
}

output "zone_id" {
  value = data.aws_availability_zones.ids_only.zone_ids[0]
}

output "zone_groups" {
  value = data.aws_availability_zones.ids_only.group_names
}

data "aws_availability_zones" "whole" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2c"]
  }
}

locals {
  availability_zones_whole = ["us-east-2a", "us-east-2c"]
}

output "lookup" {
  value = data.aws_availability_zones.whole
}

output "last_zone" {
  value = local.availability_zones_whole[1]
}
