resource "aws_lb" "runners" {
  name    = "runners"
  subnets = var.subnet_ids
}

resource "aws_lambda_function" "scale_up" {
  function_name = "scale-up"
  role          = aws_iam_role.runners.arn
  handler       = "index.scaleUp"
  runtime       = "nodejs22.x"
  filename      = "runners.zip"
}

resource "aws_lambda_function" "housekeeper" {
  function_name = "housekeeper"
  role          = aws_iam_role.runners.arn
  handler       = "index.housekeeper"
  runtime       = "nodejs22.x"
  filename      = "runners.zip"
}

output "lambda_scale_up" {
  value = aws_lambda_function.scale_up
}
