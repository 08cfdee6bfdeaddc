terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = var.aws_version
    }
  }
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
