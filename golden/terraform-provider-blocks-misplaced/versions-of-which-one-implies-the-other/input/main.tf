terraform {
  required_version = "~> 1.0.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0, != 5.1.0"
    }
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
