resource "aws_sns_topic" "alerts-0" {
  name = "alerts-0"
}

resource "aws_sns_topic" "alerts-1" {
  name = "alerts-1"
}

resource "aws_sns_topic" "alerts-2" {
  name = "alerts-2"
}

resource "aws_sns_topic" "alerts-3" {
  name = "alerts-3"
}

resource "aws_sns_topic" "alerts-4" {
  name = "alerts-4"
}

resource "aws_sns_topic" "alerts-5" {
  name = "alerts-5"
}

resource "aws_sns_topic" "alerts-6" {
  name = "alerts-6"
}

resource "aws_sns_topic" "alerts-7" {
  name = "alerts-7"
}

resource "aws_sns_topic" "alerts-8" {
  name = "alerts-8"
}

resource "aws_sns_topic" "alerts-9" {
  name = "alerts-9"
}

resource "aws_sns_topic" "alerts-10" {
  name = "alerts-10"
}

resource "aws_sns_topic" "alerts-11" {
  name = "alerts-11"
}

resource "aws_sns_topic" "alerts-12" {
  name = "alerts-12"
}

resource "aws_sqs_queue" "queue_0" {
  name = "queue-0"
}

resource "aws_sqs_queue" "queue_1" {
  name = "queue-1"
}

resource "aws_sqs_queue" "queue_2" {
  name = "queue-2"
}

resource "aws_sqs_queue" "queue_3" {
  name = "queue-3"
}

resource "aws_sqs_queue" "queue_4" {
  name = "queue-4"
}

resource "aws_sqs_queue" "queue_5" {
  name = "queue-5"
}

resource "aws_sqs_queue" "queue_6" {
  name = "queue-6"
}

resource "aws_sqs_queue" "queue_7" {
  name = "queue-7"
}

resource "aws_sqs_queue" "queue_8" {
  name = "queue-8"
}

resource "aws_sqs_queue" "queue_9" {
  name = "queue-9"
}

resource "aws_sqs_queue" "queue_10" {
  name = "queue-10"
}

resource "aws_sqs_queue" "queue_11" {
  name = "queue-11"
}

resource "aws_sqs_queue" "queue_12" {
  name = "queue-12"
}

resource "aws_sqs_queue" "queue_13" {
  name = "queue-13"
}
