variable "region" {
  default = "eu-west-1"
}

resource "aws_sns_topic" "alerts" {
  name = "test"
}

locals {
  stage = "test"
}

output "topic" {
  sensitive = true
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}
