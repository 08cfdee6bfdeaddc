provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_sqs_queue" "jobs" {
  name_prefix = "jobs-"
}

module "certificate" {
  source = "./certificate"

  providers = {
    aws.us = aws.us
  }
}
