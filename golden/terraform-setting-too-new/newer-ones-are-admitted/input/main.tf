terraform {
  required_version = ">= 1.0"
}

variable "region" {
  type      = string
  nullable  = false
  ephemeral = true
}

resource "terraform_data" "two" {}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}

check "health" {
  assert {
    condition     = terraform_data.two.id != ""
    error_message = "It is not healthy."
  }
}
