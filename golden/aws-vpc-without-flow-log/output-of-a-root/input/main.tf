resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

output "vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.main.id
}
