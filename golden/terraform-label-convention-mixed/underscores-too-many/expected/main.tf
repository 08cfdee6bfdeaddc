resource "terraform_data" "web_server" {
  input = local._private
}

moved {
  from = terraform_data.web__server
  to   = terraform_data.web_server
}

resource "terraform_data" "load_balancer" {
  input = terraform_data.web_server.id
}

moved {
  from = terraform_data.load_balancer_
  to   = terraform_data.load_balancer
}

resource "terraform_data" "data_base" {}

resource "terraform_data" "mail_server" {}

resource "terraform_data" "other_server" {}

locals {
  _private = 1
}
