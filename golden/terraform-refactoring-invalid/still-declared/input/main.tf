resource "terraform_data" "one" {}

resource "terraform_data" "two" {}

resource "terraform_data" "three" {}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}

removed {
  from = terraform_data.three

  lifecycle {
    destroy = false
  }
}

import {
  to = terraform_data.four
  id = "four"
}
