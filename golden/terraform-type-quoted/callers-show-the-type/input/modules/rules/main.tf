variable "ingress" {
  type = "list"
}

variable "names" {
  type = "list"
}

variable "zones" {
  type    = "list"
  default = ["a"]
}

variable "labels" {
  type    = "map"
  default = { team = "web" }
}

variable "ports" {
  type    = "list"
  default = [80]
}

variable "subnets" {
  type = "list"
}

resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnets
}
