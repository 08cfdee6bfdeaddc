locals {
  availability_zones = ["us-east-2c", "us-east-2b", "us-east-2a"]
}

locals {
  availability_zones_available = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

resource "aws_ebs_volume" "data" {
  count             = length(local.availability_zones)
  availability_zone = local.availability_zones_available[count.index]
  size              = 20
}
