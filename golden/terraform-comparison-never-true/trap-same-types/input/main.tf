variable "names" {
  type = list(string)
}

variable "name" {
  type = string
}

variable "anything" {}

locals {
  a = var.names == null
  b = var.name == ""
  c = var.anything == []
  d = length(var.names) == 0
  e = "${var.name}" == "x"
  f = [] == []
}
