resource "aws_iam_role" "config" {
  name_prefix = "config-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action    = "sts:AssumeRole"
        Effect    = "Allow"
        Principal = { Service = "config.amazonaws.com" }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "config" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_iam_role_policy_attachment" "config_former" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSConfigRole"
}

# Both are the same policy once they are corrected.
resource "aws_iam_role_policy_attachment" "audit" {
  role       = "audit"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAduit"
}

resource "aws_iam_role_policy_attachment" "audit_again" {
  role       = "audit"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudti"
}

# Another role may have it too.
resource "aws_iam_role_policy_attachment" "recorder" {
  role       = "recorder"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSConfigRole"
}

resource "aws_iam_role" "functions" {
  name_prefix = "functions-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action    = "sts:AssumeRole"
        Effect    = "Allow"
        Principal = { Service = "lambda.amazonaws.com" }
      }
    ]
  })

  managed_policy_arns = [
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
  ]
}
