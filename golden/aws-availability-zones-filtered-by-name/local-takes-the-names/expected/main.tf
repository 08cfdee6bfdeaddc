locals {
  environment = "production"
  # The zones of the network plan.
  # Capacity is reserved in these.
  availability_zones = ["us-east-2a", "us-east-2b"]
  azs                = local.availability_zones
}

resource "aws_ebs_volume" "data" {
  count             = length(local.availability_zones)
  availability_zone = local.azs[count.index]
  size              = 20
}

output "first_zone" {
  value = local.availability_zones[0]
}
