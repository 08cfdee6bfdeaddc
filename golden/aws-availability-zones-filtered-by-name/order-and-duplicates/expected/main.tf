locals {
  availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

locals {
  availability_zones_twice = ["us-east-2a", "us-east-2b"]
}

locals {
  availability_zones_with_comments = sort([
    "us-east-2c", # has the GPU instances
    "us-east-2b",
  ])
}

locals {
  availability_zones_single = ["us-east-2a"]
}

resource "aws_ebs_volume" "data" {
  for_each          = toset(local.availability_zones)
  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "logs" {
  count             = 2
  availability_zone = local.availability_zones_twice[count.index]
  size              = 20
}

resource "aws_ebs_volume" "models" {
  availability_zone = local.availability_zones_with_comments[1]
  size              = 20
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = local.availability_zones_single[0]
  size              = 20
}
