data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_availability_zones" "all" {}

data "aws_availability_zones" "standard" {
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_availability_zones" "without_one" {
  exclude_names = ["us-east-1e"]
}

data "aws_availability_zones" "by_id" {
  filter {
    name   = "zone-id"
    values = ["use1-az1", "use1-az2"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.available.names[0]
  size              = 20
}
