locals {
  # No Local Zones.
  availability_zones = ["us-east-2a", "us-east-2b"]
}

data "aws_availability_zones" "opted_in" {
  filter {
    name   = "opt-in-status"
    values = ["opted-in"]
  }

  filter {
    name   = "zone-name"
    values = ["us-west-2-lax-1a", "us-west-2-lax-1b"]
  }
}

locals {
  availability_zones_local_zones = ["us-west-2-lax-1a", "us-west-2-lax-1b"]
}

data "aws_availability_zones" "by_id_too" {
  filter {
    name   = "zone-name"
    values = ["us-east-2c"]
  }

  filter {
    name   = "zone-id"
    values = var.zone_ids
  }
}

variable "zone_ids" {
  type = list(string)
}

resource "aws_ebs_volume" "data" {
  availability_zone = local.availability_zones[1]
  size              = 20
}

resource "aws_ebs_volume" "edge" {
  availability_zone = data.aws_availability_zones.opted_in.names[0]
  size              = 20
}

resource "aws_ebs_volume" "edge_copy" {
  availability_zone = local.availability_zones_local_zones[1]
  size              = 20
}
