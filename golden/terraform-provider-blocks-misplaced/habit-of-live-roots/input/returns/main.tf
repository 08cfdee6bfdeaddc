terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "returns" {
  name = "returns"
}
