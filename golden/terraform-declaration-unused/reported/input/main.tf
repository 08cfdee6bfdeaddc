variable "region" {
  type = string

  validation {
    condition     = var.region != ""
    error_message = "The region must not be empty."
  }
}

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
