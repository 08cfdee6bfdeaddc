variable "vpc_cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "private" {
  type    = list(string)
  default = ["10.1.1.0/24", "10.1.2.0/24"]
}

resource "aws_vpc" "main" {
  cidr_block = var.vpc_cidr
}

# As the file of values says.
resource "aws_subnet" "private" {
  count = length(var.private)

  vpc_id     = aws_vpc.main.id
  cidr_block = var.private[count.index]
}

resource "aws_subnet" "public" {
  count = 2

  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(var.vpc_cidr, 8, count.index + 10)
}
