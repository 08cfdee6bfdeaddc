provider "aws" {
  region = "us-east-2"
}

resource "aws_ebs_volume" "there" {
  availability_zone = "us-east-2c"
  size              = 20
}

# AWS may have added it since.
resource "aws_ebs_volume" "next" {
  availability_zone = "us-east-2d"
  size              = 20
}

resource "aws_ebs_volume" "mistyped" {
  availability_zone = "us-east-2z"
  size              = 20
}

resource "aws_subnet" "edge" {
  vpc_id            = "vpc-0a1b2c3d"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-2-mci-1a"
}
