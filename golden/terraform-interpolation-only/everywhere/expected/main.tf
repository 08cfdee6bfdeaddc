variable "name" {
  type = string
}

variable "keys" {
  type = list(string)
}

resource "aws_instance" "web" {
  count         = length(var.keys)
  ami           = data.aws_ami.ubuntu.id
  instance_type = "t3.micro"

  vpc_security_group_ids = [aws_security_group.web.id, var.name == "" ? aws_security_group.web.id : var.name]

  tags = {
    (var.name) = "yes"
    Name       = "web-${var.name}"
    Count      = length(var.keys)
  }

  # The old way needs parentheses here.
  monitoring = !(var.name == "x" || var.name == "y")
}
