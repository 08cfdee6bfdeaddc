terraform {
  backend "s3" {}
}

variable "other" {
  type    = string
  default = "x"
}

resource "terraform_data" "a" {}
