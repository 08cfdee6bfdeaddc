output "subnet_ids" {
  value = { for key, subnet in aws_subnet.public_subnet : key => subnet.id }
}

output "cidr_blocks" {
  value = values(aws_subnet.public_subnet)[*].cidr_block
}
