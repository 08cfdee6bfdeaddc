output "size" {
  value = var.size + var.lost
}

output "id" {
  value = terraform_data.a.id # as it is
}
