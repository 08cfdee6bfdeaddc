variable "arn" {
  type    = string
  default = null
}

variable "roles" {
  type    = list(object({ id = string, name = string }))
  default = []
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  arn  = var.arn
}

resource "aws_sns_topic" "events" {
  name  = "events"
  owner = null
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  dynamic "ebs_block_device" {
    for_each = var.roles
    iterator = aws_sns_topic
    content {
      device_name = aws_sns_topic.value.name
      volume_id   = aws_sns_topic.value.id
    }
  }
}
