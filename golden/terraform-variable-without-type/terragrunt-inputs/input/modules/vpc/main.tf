variable "zones" {
  default = "eu-west-1a"
}

variable "name" {
  default = "main"
}

output "both" {
  value = [var.zones, var.name]
}
