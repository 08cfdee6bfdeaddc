data "aws_subnets" "private" {}

resource "aws_instance" "web" {
  count = length(data.aws_subnets.private.ids) > 2 ? 1 : 0

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = data.aws_subnets.private.ids[2]
}

output "first" {
  value = data.aws_subnets.private.ids[0] == "" ? "none" : "some"
}
