data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count             = "${length(data.aws_availability_zones.available.names)}"
  vpc_id            = "${aws_vpc.main.id}"
  cidr_block        = "${cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)}"
  availability_zone = "${element(data.aws_availability_zones.available.names, count.index)}"
  depends_on        = ["data.aws_availability_zones.available", "aws_vpc.main"]
}

resource "aws_ebs_volume" "data" {
  availability_zone = "${data.aws_availability_zones.available.names.0}"
  size              = 20
  depends_on        = ["data.aws_availability_zones.available"]
}
