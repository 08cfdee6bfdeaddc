resource "aws_security_group" "web" {
  name = "web"

  dynamic "ingress" {
    for_each = [80, 443]
    iterator = port

    content {
      from_port = port.value
      to_port   = port.value
      protocol  = "tcp"
    }
  }
}
