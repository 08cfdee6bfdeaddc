locals {
  environment        = "production"
  availability_zones = ["us-east-2a", "us-east-2b"]
}

resource "aws_ebs_volume" "data" {
  count             = length(local.availability_zones)
  availability_zone = local.availability_zones[count.index]
  size              = 20
}
