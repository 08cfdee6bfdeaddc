locals {
  zones = tolist(["us-east-2a", "us-east-2b"])
  none  = tolist([])
  tags  = merge(var.tags, tomap({ "Name" = "web", (var.key) = tolist([1, 2]) }))
  empty = tomap({})
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
  tags          = tomap({ "Name" = "web" })
}
