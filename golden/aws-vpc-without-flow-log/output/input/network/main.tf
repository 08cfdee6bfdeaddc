resource "aws_vpc" "main" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_vpc" "kept" {
  cidr_block = "10.4.0.0/16"
}

output "vpc" {
  value = aws_vpc.main
}
