resource "terraform_data" "web_server" {
  input = var.Size
}

moved {
  from = terraform_data.webServer
  to   = terraform_data.web_server
}

resource "terraform_data" "load_balancer" {
  input = terraform_data.web_server.id
}

moved {
  from = terraform_data.load-balancer
  to   = terraform_data.load_balancer
}

variable "Size" {
  type = number
}

locals {
  private = 1
}
