locals {
  availability_zones = ["us-east-2a", "us-east-2b"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count             = "${length(local.availability_zones)}"
  vpc_id            = "${aws_vpc.main.id}"
  cidr_block        = "${cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)}"
  availability_zone = "${element(local.availability_zones, count.index)}"
  depends_on        = ["aws_vpc.main"]
}

resource "aws_ebs_volume" "data" {
  availability_zone = "${local.availability_zones.0}"
  size              = 20
}
