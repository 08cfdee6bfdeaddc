data "aws_availability_zones" "indexed" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "sliced" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "by_another_name" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "compared" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

locals {
  availability_zones = ["us-east-2a", "us-east-2b"]
}

locals {
  zone_count = 3
  sliced     = slice(data.aws_availability_zones.sliced.names, 0, local.zone_count)
  zones      = data.aws_availability_zones.by_another_name.names
  all        = slice(local.availability_zones, 0, 2)
}

resource "aws_ebs_volume" "if_two" {
  count             = data.aws_availability_zones.compared.names == tolist(["us-east-2a", "us-east-2b"]) ? 1 : 0
  availability_zone = data.aws_availability_zones.compared.names[0]
  size              = 20
}

resource "aws_ebs_volume" "third" {
  count             = length(data.aws_availability_zones.indexed.names) > 2 ? 1 : 0
  availability_zone = data.aws_availability_zones.indexed.names[2]
  size              = 20
}

resource "aws_ebs_volume" "also_third" {
  availability_zone = local.zones[2]
  size              = 20
}

resource "aws_ebs_volume" "second" {
  availability_zone = local.availability_zones[1]
  size              = 20
}

resource "aws_ebs_volume" "wrapped_around" {
  availability_zone = element(local.availability_zones, 2)
  size              = 20
}
