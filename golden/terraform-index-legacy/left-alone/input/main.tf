locals {
  version = 1.5
  text    = "list.0 and list.*.id"
  full    = aws_instance.web[*].id
  index   = aws_instance.web[0].private_ip
}
