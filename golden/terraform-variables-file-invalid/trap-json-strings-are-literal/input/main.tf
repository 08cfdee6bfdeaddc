variable "name" {
  type = string
}

variable "tags" {
  type    = map(any)
  default = {}
}

output "name" {
  value = var.name
}
