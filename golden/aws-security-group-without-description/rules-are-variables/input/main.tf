variable "ingress" {
  type    = list(any)
  default = []
}

resource "aws_security_group" "app" {
  name    = "app"
  ingress = var.ingress
}

resource "aws_default_security_group" "none" {
  vpc_id = "vpc-0a1b2c3d4e5f67890"
}
