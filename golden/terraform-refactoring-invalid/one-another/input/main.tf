resource "terraform_data" "two" {}

resource "terraform_data" "three" {}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}

moved {
  from = terraform_data.one
  to   = terraform_data.three
}

moved {
  from = terraform_data.zero
  to   = terraform_data.two
}

moved {
  from = module.network
  to   = terraform_data.four
}

moved {
  from = terraform_data.five
  to   = terraform_data.five
}

moved {
  from = terraform_data.a
  to   = terraform_data.b
}

moved {
  from = terraform_data.b
  to   = terraform_data.a
}

import {
  to = terraform_data.two
  id = "two"
}

import {
  to = terraform_data.two
  id = "second"
}

import {
  to       = terraform_data.three
  id       = "three"
  provider = terraform
}

import {
  to = terraform_data.three[0]
  id = "first"
}
