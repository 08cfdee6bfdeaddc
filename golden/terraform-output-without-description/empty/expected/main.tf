resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

output "network" {
  value       = aws_vpc.main.id
  description = "ID of the VPC"
}
