data "aws_availability_zones" "available" {
  exclude_names = ["us-east-2b"]

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b", "us-east-2c"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.available.names[0]
  size              = 20
}
