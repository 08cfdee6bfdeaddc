resource "aws_ebs_volume" "fast" {
  availability_zone = "us-east-2a"
  size              = 100
  type              = "gp2"
  iops              = 6000
  throughput        = 250
}

resource "aws_ebs_volume" "shared" {
  availability_zone    = "us-east-2a"
  size                 = 100
  type                 = "gp3"
  iops                 = 3000
  throughput           = 250
  multi_attach_enabled = true
}

resource "aws_ebs_volume" "right" {
  availability_zone    = "us-east-2a"
  size                 = 100
  type                 = "io2"
  iops                 = 6000
  multi_attach_enabled = true
}

resource "aws_ebs_volume" "chosen" {
  availability_zone = "us-east-2a"
  size              = 100
  type              = "gp2"
  iops              = var.iops
}

resource "aws_sqs_queue" "jobs" {
  name                        = "jobs"
  content_based_deduplication = true
}

resource "aws_sqs_queue" "orders" {
  name                        = "orders.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
}

resource "aws_sns_topic" "orders" {
  name                        = "orders"
  fifo_topic                  = false
  content_based_deduplication = true
}

variable "iops" {
  type    = number
  default = null
}
