# tffix: ignore[terraform-comment-slashes] not about this one
resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
  # Five minutes: as long as the function may take.
  visibility_timeout_seconds = 300
}

# The end.
