variable "prefix" {
  type = string
}

resource "aws_sns_topic" "this" {
  name = "${var.prefix}-events"
}
