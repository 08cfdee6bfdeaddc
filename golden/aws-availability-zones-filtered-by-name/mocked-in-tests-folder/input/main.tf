data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.available.names[0]
  size              = 20
}
