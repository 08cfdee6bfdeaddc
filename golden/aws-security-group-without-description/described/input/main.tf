variable "rules" {
  type = map(object({ description = string, port = number }))
}

resource "aws_security_group" "app" {
  name = "app"

  dynamic "ingress" {
    for_each = var.rules

    content {
      description = ingress.value.description
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_security_group_rule" "ssh" {
  description       = "SSH from the office"
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["192.0.2.0/24"]
  security_group_id = aws_security_group.app.id
}
