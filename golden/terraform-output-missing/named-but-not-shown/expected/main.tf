data "aws_vpc" "shared" {
  default = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_eip" "gateway" {
  domain = "vpc"
}

# aws_vpc.main has the gateway's address in front of it.
output "vpc_id" {
  description = "ID of the VPC that we share, not of aws_vpc.main"
  value       = data.aws_vpc.shared.id
}

output "address" {
  value = aws_eip.gateway.public_ip

  depends_on = [aws_vpc.main]
}

output "main_vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.main.id
}

locals {
  region = "eu-central-1"
}
