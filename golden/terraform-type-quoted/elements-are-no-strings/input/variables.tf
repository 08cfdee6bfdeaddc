variable "rules" {
  type = "list"

  default = [
    { port = 80 },
  ]
}

variable "servers" {
  type = "map"
}

output "address" {
  value = var.servers["web"].address
}
