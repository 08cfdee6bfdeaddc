# Copyright the shop.

# ------------------------------------
# Providers
# ------------------------------------

# checkov:skip=CKV_AWS_41: no keys in here
provider "aws" {
  region = "eu-west-1"
}

# ------------------------------------
# Queues
# ------------------------------------

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# The account of the auditors

provider "aws" {
  alias  = "audit"
  region = "eu-west-2"
}

# Everything that the auditors get

data "aws_caller_identity" "audit" {
  provider = aws.audit
}

# Names

provider "random" {}

resource "random_id" "name" {
  byte_length = 4
}
