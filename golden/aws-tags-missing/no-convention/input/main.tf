resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = { Team = "orders" }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_autoscaling_group" "web" {
  min_size = 1
  max_size = 1
}
