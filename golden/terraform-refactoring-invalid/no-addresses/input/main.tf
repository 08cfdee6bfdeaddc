variable "name" {
  type = string
}

moved {
  from = terraform_data.one[var.name]
  to   = terraform_data.two.id
}

removed {
  from = terraform_data.three[0]
}

removed {
  from = data.aws_region.here
}

import {
  to = data.aws_region.here
  id = "here"
}

data "aws_region" "here" {}
