variable "ingress" {
  type = list(any)
}

variable "names" {
  type = list(string)
}

variable "zones" {
  type    = list(any)
  default = ["a"]
}

variable "labels" {
  type    = map(any)
  default = { team = "web" }
}

variable "ports" {
  type    = list(number)
  default = [80]
}

variable "subnets" {
  type = list(string)
}

resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnets
}
