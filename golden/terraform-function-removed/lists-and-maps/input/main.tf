locals {
  zones = list("us-east-2a", "us-east-2b")
  none  = list()
  tags  = merge(var.tags, map("Name", "web", var.key, list(1, 2)))
  empty = map()
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
  tags          = map("Name", "web")
}
