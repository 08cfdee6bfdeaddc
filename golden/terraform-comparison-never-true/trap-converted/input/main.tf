variable "size" {
  type = number
}

variable "zones" {
  type = set(string)
}

locals {
  a = tostring(var.size) == "1"
  b = var.size == tonumber("1")
  c = var.zones == toset([])
  d = "${var.size}-x" == "1-x"
}
