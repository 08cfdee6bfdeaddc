resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

output "vpc_id" {
  description = "ID of the network"
  value       = aws_vpc.main.id
}

output "token" {
  value     = "secret-of-${aws_vpc.main.id}"
  sensitive = true
}
