output "first_id" {
  value = aws_instance.web.*.id[0]
}

output "first_address" {
  value = aws_instance.web.*.network_interface.0.address[0]
}
