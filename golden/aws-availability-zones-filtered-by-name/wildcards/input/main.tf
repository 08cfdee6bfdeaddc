data "aws_availability_zones" "ohio" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-east-2*"]
  }
}

data "aws_availability_zones" "first_of_each" {
  filter {
    name   = "zone-name"
    values = ["us-east-?a", "us-east-2b"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.ohio.names[0]
  size              = 20
}
