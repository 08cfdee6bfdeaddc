# The zones of the network plan.
data "aws_availability_zones" "available" {
  # Capacity is reserved in these.
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

locals {
  environment        = "production"
  availability_zones = data.aws_availability_zones.available.names
  azs                = data.aws_availability_zones.available.names
}

resource "aws_ebs_volume" "data" {
  count             = length(local.availability_zones)
  availability_zone = local.azs[count.index]
  size              = 20
}

output "first_zone" {
  value = data.aws_availability_zones.available.names[0]
}
