# Three names have hyphens, two underscores: one of the three loses its type, and the majority stays what it is.
resource "aws_sns_topic" "late-sns-topic" {
  name = "late"
}

resource "aws_sns_topic" "cost-alerts" {
  name = "cost"
}

resource "aws_sns_topic" "site-alerts" {
  name = "site"
}

resource "aws_sqs_queue" "new_orders" {
  name = "new"
}

resource "aws_sqs_queue" "old_orders" {
  name = "old"
}
