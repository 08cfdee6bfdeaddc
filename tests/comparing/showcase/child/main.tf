variable "name" {
  type = string
}

variable "size" {
  type    = number
  default = 1
}

resource "aws_sqs_queue" "main" {
  name             = var.name
  delay_seconds    = var.size
  max_message_size = 2048
}

output "arn" {
  value = aws_sqs_queue.main.arn
}
