output "subnet_ids" {
  value = { for key, subnet in aws_subnet.public : key => subnet.id }
}

output "cidr_blocks" {
  value = values(aws_subnet.public)[*].cidr_block
}
