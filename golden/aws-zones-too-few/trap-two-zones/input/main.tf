data "aws_availability_zones" "here" {}

resource "aws_subnet" "a" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.1.0/24"
  availability_zone = data.aws_availability_zones.here.names[0]
}

resource "aws_subnet" "b" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.2.0/24"
  availability_zone = data.aws_availability_zones.here.names[1]
}

resource "aws_subnet" "anywhere" {
  vpc_id     = var.vpc_id
  cidr_block = "10.0.3.0/24"
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_db_subnet_group" "perhaps" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.anywhere.id]
}

resource "aws_db_subnet_group" "given" {
  subnet_ids = var.subnet_ids
}

# A list of which one part is not known may be longer.
resource "aws_lb" "main" {
  subnets = concat([aws_subnet.a.id], var.subnet_ids)
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type    = list(string)
  default = ["subnet-0123456789abcdef0"]
}
