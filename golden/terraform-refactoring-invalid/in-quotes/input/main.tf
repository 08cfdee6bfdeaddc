resource "terraform_data" "two" {}

moved {
  from = "terraform_data.one"
  to   = terraform_data.two
}

import {
  to = "terraform_data.two"
  id = "two"
}
