resource "terraform_data" "three" {
  count = 2
}

resource "terraform_data" "five" {
  for_each = toset(["a"])
}

module "network" {
  source = "./network"
  count  = 1
}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}

moved {
  from = terraform_data.two
  to   = terraform_data.three
}

moved {
  from = terraform_data.three
  to   = terraform_data.three[0]
}

moved {
  from = terraform_data.three["x"]
  to   = terraform_data.three[1]
}

moved {
  from = module.network
  to   = module.network[0]
}

moved {
  from = module.old.terraform_data.one
  to   = terraform_data.five["a"]
}

removed {
  from = terraform_data.six

  lifecycle {
    destroy = false
  }
}

import {
  for_each = toset(["a"])
  to       = terraform_data.five[each.key]
  id       = each.key
}

import {
  to = module.network[0].terraform_data.inner
  id = "inner"
}
