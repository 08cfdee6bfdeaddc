variable "cidr_block" {
  type        = string
  description = "Range of the network"
}

variable "zones" {
  type    = number
  default = 2
}

output "cidr_block" {
  value = var.cidr_block
}
