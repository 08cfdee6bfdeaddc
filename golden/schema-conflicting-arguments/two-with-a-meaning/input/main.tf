resource "aws_security_group" "web" {
  name        = "web"
  name_prefix = "web-"
}

resource "aws_security_group_rule" "https" {
  type                     = "ingress"
  from_port                = 443
  to_port                  = 443
  protocol                 = "tcp"
  security_group_id        = aws_security_group.web.id
  cidr_blocks              = ["0.0.0.0/0"]
  source_security_group_id = aws_security_group.web.id
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = "hello.zip"
  s3_bucket     = "code"
  s3_key        = "hello.zip"
}

module "network" {
  source   = "./network"
  count    = 2
  for_each = toset(["a", "b"])
}
