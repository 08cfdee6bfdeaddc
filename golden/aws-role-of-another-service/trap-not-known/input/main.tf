resource "aws_iam_role" "app" {
  name_prefix = "app-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = var.service }
    }]
  })
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = aws_iam_role.app.arn
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1"
  package_type  = "Image"
}

variable "service" {
  type = string
}

resource "aws_sfn_state_machine" "main" {
  name       = "main"
  role_arn   = aws_iam_role.states.arn
  definition = "{}"
}

resource "aws_iam_role" "states" {
  name_prefix = "states-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.eu-west-1.amazonaws.com" }
    }]
  })
}
