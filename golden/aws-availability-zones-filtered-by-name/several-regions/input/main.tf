# The provider's region decides which of these are found.
data "aws_availability_zones" "preferred" {
  filter {
    name   = "zone-name"
    values = ["us-east-1a", "us-east-1b", "eu-west-1a", "eu-west-1b"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.preferred.names[0]
  size              = 20
}
