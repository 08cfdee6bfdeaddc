variable "lost" {
  type    = number
  default = 1
}

output "size" {
  value = var.size + var.lost
}
