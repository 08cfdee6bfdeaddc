resource "terraform_data" "Web_Server" {}

resource "terraform_data" "Web-Server" {}

module "net" {
  source = "./net"
}

module "mod_net" {
  source = "./net"
}

locals {
  any-thing = 1
}
