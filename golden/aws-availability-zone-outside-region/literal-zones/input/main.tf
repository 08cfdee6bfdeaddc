provider "aws" {
  region = "us-east-2"
}

provider "aws" {
  alias  = "dr"
  region = "us-west-2"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-west-2a"
}

resource "aws_subnet" "private" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-2b"
}

resource "aws_ebs_volume" "replica" {
  provider          = aws.dr
  availability_zone = "us-east-2a"
  size              = 20
}

data "aws_availability_zone" "first" {
  name = "us-east-1a"
}
