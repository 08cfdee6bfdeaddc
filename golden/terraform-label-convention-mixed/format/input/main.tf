resource "terraform_data" "webServer" {
  input = var.Size
}

resource "terraform_data" "load-balancer" {
  input = terraform_data.webServer.id
}

variable "Size" {
  type = number
}

locals {
  _private = 1
}
