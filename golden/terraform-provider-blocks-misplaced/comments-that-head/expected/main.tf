# Copyright the shop.

# ------------------------------------
# Queues
# ------------------------------------

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# Everything that the auditors get

data "aws_caller_identity" "audit" {
  provider = aws.audit
}

# Names

resource "random_id" "name" {
  byte_length = 4
}
