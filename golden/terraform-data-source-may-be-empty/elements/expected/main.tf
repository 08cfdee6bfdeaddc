data "aws_availability_zones" "available" {
  state = "available"

  lifecycle {
    postcondition {
      condition     = length(self.names) >= 3
      error_message = "data.aws_availability_zones.available found fewer than 3 names."
    }
  }
}

data "aws_subnets" "private" {
  lifecycle {
    postcondition {
      condition     = length(self.ids) >= 1
      error_message = "data.aws_subnets.private found no ids."
    }
  }
}

resource "aws_subnet" "a" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.0.0/24"
  availability_zone = data.aws_availability_zones.available.names[0]
}

resource "aws_subnet" "c" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.2.0/24"
  availability_zone = data.aws_availability_zones.available.names[2]
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.small"
  subnet_id     = data.aws_subnets.private.ids[0]
}
