terraform {
  required_version = "= 0.11.15"
}

data "terraform_remote_state" "network" {
  backend = "s3"

  config {
    bucket = "state"
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"

  tags {
    Team = "orders"
  }
}
