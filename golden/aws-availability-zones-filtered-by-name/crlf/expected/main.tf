# Zones of the network plan.
locals {
  # Three, for quorum.
  availability_zones = [
    "us-east-2a",
    "us-east-2b",
    "us-east-2c", # the newest
  ]
}

resource "aws_ebs_volume" "data" {
  count             = 3
  availability_zone = local.availability_zones[count.index]
  size              = 20
}
