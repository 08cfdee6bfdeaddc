locals {
  availability_zones_primary = ["us-east-2a", "us-east-2b"]
}

resource "aws_ebs_volume" "data" {
  availability_zone = local.availability_zones_primary[0]
  size              = 20
}
