variable "subnet_a" {
  type = string
}

variable "subnet_b" {
  type = string
}
