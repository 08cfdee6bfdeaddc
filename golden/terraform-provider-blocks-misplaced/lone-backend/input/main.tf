# Terraform keeps its state in a bucket.
terraform {
  backend "s3" {
    bucket = "state"
    key    = "orders"
    region = "eu-central-1"
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
