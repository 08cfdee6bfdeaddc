locals {
  availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

locals {
  availability_zones_batch_jobs = ["us-east-2c"]
}

resource "aws_ebs_volume" "web" {
  for_each          = setunion(local.availability_zones, local.availability_zones_batch_jobs)
  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "logs" {
  count             = length(local.availability_zones)
  availability_zone = local.availability_zones[count.index]
  size              = 20
}
