resource "aws_vpc" "main" {
  count      = 2
  cidr_block = "10.0.0.0/16"
}

output "vpc_ids" {
  value = aws_vpc.main[*].id
}

output "vpc" {
  value = aws_vpc.main
}

output "zone" {
  value = module.zone.id
}
