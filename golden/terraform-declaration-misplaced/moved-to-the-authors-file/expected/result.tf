output "size" {
  value = var.size
}

output "id" {
  value = terraform_data.a.id # as it is
}
