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
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = aws_iam_role.hello.arn

  environment {
    variables = {
      URL = "https://${aws_lb.web[0].dns_name}/${aws_lb.web[1].name}"
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
    ${data.aws_caller_identity.current.account_id}
    ${aws_lambda_function.hello.function_name} and ${aws_lambda_function.hello.function_name}
  EOT
}
