variable "name" {
  type = string
}

variable "peer" {
  type = string
}

output "name" {
  value = "pair-${var.name}"
}

output "peer" {
  value = var.peer
}
