terraform {
  required_version = "~> 1.0.0"
}

variable "region" {
  type     = string
  nullable = false
}

resource "terraform_data" "two" {
  lifecycle {
    precondition {
      condition     = var.region != ""
      error_message = "It needs a region."
    }
  }
}

moved {
  from = terraform_data.one
  to   = terraform_data.two
}
