resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_lb" "web" {
  count   = 2
  name    = "web-${count.index}"
  subnets = aws_subnet.a[*].ids
}

resource "aws_subnet" "a" {
  for_each   = toset(["a", "b"])
  vpc_id     = aws_vpc.main.vpc_id
  cidr_block = "10.0.1.0/24"
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = aws_iam_role.hello.role_arn

  environment {
    variables = {
      URL = "https://${aws_lb.web[0].dns}/${aws_lb.web[1].Name}"
    }
  }
}

resource "aws_iam_role" "hello" {
  name               = "hello"
  assume_role_policy = "{}"
}

data "aws_caller_identity" "current" {}

output "hello" {
  value = <<-EOT
    ${data.aws_caller_identity.current.acount_id}
    ${aws_lambda_function.hello.name} and ${aws_lambda_function.hello.name}
  EOT
}
