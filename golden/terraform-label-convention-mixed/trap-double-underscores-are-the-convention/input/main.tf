resource "terraform_data" "web__server" {}

resource "terraform_data" "load__balancer" {}

resource "terraform_data" "data_base" {}
