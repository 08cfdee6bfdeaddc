variable "rules" {
  type = list(any)

  default = [
    { port = 80 },
  ]
}

variable "servers" {
  type = map(any)
}

output "address" {
  value = var.servers["web"].address
}
