resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# The network
output "vpc_id" {
  description = "The network of all services"
  value       = aws_vpc.main.id
}
