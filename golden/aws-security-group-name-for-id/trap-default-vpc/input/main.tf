resource "aws_security_group" "proxy" {
  name = "proxy"

  ingress {
    description     = "From the office"
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [data.aws_security_group.office.name]
  }
}

data "aws_security_group" "office" {
  name = "office"
}

# Without a subnet it is in the default VPC.
resource "aws_instance" "proxy" {
  ami             = var.ami
  instance_type   = "t3.small"
  security_groups = [aws_security_group.proxy.name]
}

resource "aws_instance" "perhaps" {
  ami             = var.ami
  instance_type   = "t3.small"
  subnet_id       = var.subnet_id
  security_groups = [aws_security_group.proxy.name]
}

variable "ami" {
  type = string
}

variable "subnet_id" {
  type    = string
  default = null
}
