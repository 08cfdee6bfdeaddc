locals {
  environment        = "production"
  availability_zones = ["us-east-2a", "us-east-2b"]
}

# Where capacity is reserved.
data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["us-east-2b", "us-east-2a"]
  }
}

resource "aws_ebs_volume" "data" {
  count             = length(local.availability_zones)
  availability_zone = data.aws_availability_zones.available.names[count.index]
  size              = 20
}
