variable "stage" {
  type = string
}

variable "is_fifo" {
  type    = bool
  default = true
}

locals {
  jobs = "${var.stage}-jobs"
}

resource "aws_sqs_queue" "bookings" {
  name       = "${var.stage}-bookings"
  fifo_queue = true
}

resource "aws_sqs_queue" "literal" {
  name       = "payments" # read by the ledger
  fifo_queue = true
}

resource "aws_sqs_queue" "jobs" {
  name       = local.jobs
  fifo_queue = true
}

resource "aws_sqs_queue" "by_default" {
  name       = "mails"
  fifo_queue = var.is_fifo
}

resource "aws_sns_topic" "events" {
  name       = "events"
  fifo_topic = true
}
