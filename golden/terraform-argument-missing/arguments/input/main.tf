output "region" {
  description = "Where it runs."
}

module "network" {
  cidr = "10.0.0.0/16"
}

moved {
  from = terraform_data.one
}

import {
  to = terraform_data.two
}

resource "terraform_data" "two" {
  lifecycle {
    precondition {
      condition = path.module != ""
    }
  }
}
