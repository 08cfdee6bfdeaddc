variable "env" {
  type = string
}

resource "aws_sqs_queue" "this" {
  name = "${var.env}-work"
}
