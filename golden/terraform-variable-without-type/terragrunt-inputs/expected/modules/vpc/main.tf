variable "zones" {
  default = "eu-west-1a"
}

variable "name" {
  type    = string
  default = "main"
}

output "both" {
  value = [var.zones, var.name]
}
