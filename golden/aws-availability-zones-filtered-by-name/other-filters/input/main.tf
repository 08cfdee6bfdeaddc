data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }

  # No Local Zones.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
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

data "aws_availability_zones" "local_zones" {
  all_availability_zones = true

  filter {
    name   = "zone-name"
    values = ["us-west-2-lax-1a", "us-west-2-lax-1b"]
  }
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
  availability_zone = data.aws_availability_zones.available.names[1]
  size              = 20
}

resource "aws_ebs_volume" "edge" {
  availability_zone = data.aws_availability_zones.opted_in.names[0]
  size              = 20
}

resource "aws_ebs_volume" "edge_copy" {
  availability_zone = data.aws_availability_zones.local_zones.names[1]
  size              = 20
}
