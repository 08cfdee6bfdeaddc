data "aws_subnets" "private" {}

data "aws_security_groups" "web" {}

variable "names" {
  type    = set(string)
  default = []
}

resource "aws_instance" "web" {
  for_each = var.names

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = data.aws_subnets.private.ids[1]
}

output "groups" {
  value = [for name in var.names : data.aws_security_groups.web.ids[0]]
}
