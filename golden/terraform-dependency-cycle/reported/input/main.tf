resource "aws_security_group" "web" {
  name_prefix = "web-"

  egress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "app" {
  name_prefix = "app-"

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

locals {
  name   = "${local.prefix}-shop"
  prefix = substr(local.name, 0, 4)
  tags   = merge(local.tags, { project = "shop" })
}

resource "aws_instance" "self" {
  ami           = var.ami
  instance_type = "t3.micro"
  user_data     = "echo ${aws_instance.self.private_ip}"
}

# Each waits for the other, and nothing tells which is wrong.
resource "aws_sqs_queue" "orders" {
  name_prefix = "orders-"
  depends_on  = [aws_sqs_queue.failed]
}

resource "aws_sqs_queue" "failed" {
  name_prefix = "failed-"
  depends_on  = [aws_sqs_queue.orders]
}

module "name" {
  source = "./name"
  prefix = module.name.name
}

variable "ami" {
  type = string
}
