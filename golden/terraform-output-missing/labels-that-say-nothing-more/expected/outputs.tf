output "vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.vpc.id
}

output "peer_vpc_id" {
  description = "ID of the VPC peer"
  value       = aws_vpc.peer_vpc.id
}
