variable "regoin" {
  default = "eu-west-1"
}

resource "aws_sns_topic" "alerts" {
  name = "test"
}

locals {
  stage = "test"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-1"
}
