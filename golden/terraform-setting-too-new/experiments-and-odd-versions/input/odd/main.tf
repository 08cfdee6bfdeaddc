terraform {
  required_version = "one.two"
}

resource "terraform_data" "two" {}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}
