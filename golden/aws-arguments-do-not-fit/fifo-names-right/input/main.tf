variable "stage" {
  type = string
}

variable "is_fifo" {
  type    = bool
  default = true
}

variable "queue" {
  type = string
}

locals {
  suffix = ".fifo"
}

resource "aws_sqs_queue" "literal" {
  name       = "${var.stage}-bookings.fifo"
  fifo_queue = true
}

resource "aws_sqs_queue" "prefix" {
  name_prefix = "bookings-"
  fifo_queue  = true
}

resource "aws_sqs_queue" "by_local" {
  name       = "${var.stage}-jobs${local.suffix}"
  fifo_queue = true
}

resource "aws_sqs_queue" "conditional" {
  name       = "${var.stage}-mails${var.is_fifo ? ".fifo" : ""}"
  fifo_queue = var.is_fifo
}

resource "aws_sqs_queue" "not_known" {
  name       = var.queue
  fifo_queue = true
}

resource "aws_sqs_queue" "part_of_the_end" {
  name       = "${var.queue}fifo"
  fifo_queue = true
}

resource "aws_sqs_queue" "standard" {
  name = "standard"
}
