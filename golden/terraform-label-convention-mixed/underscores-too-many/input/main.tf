resource "terraform_data" "web__server" {
  input = local._private
}

resource "terraform_data" "load_balancer_" {
  input = terraform_data.web__server.id
}

resource "terraform_data" "data_base" {}

resource "terraform_data" "mail_server" {}

resource "terraform_data" "other_server" {}

locals {
  _private = 1
}
