resource "aws_iam_role" "config" {
  name_prefix = "config-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "config.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "existing" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::123456789012:policy/service-role/ConfigRole"
}

resource "aws_iam_role_policy_attachment" "government" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws-us-gov:iam::aws:policy/service-role/ConfigRole"
}

resource "aws_iam_role_policy_attachment" "china" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws-cn:iam::aws:policy/service-role/ConfigRole"
}

# Which policies these are is not known.
variable "policies" {
  type    = set(string)
  default = []
}

resource "aws_iam_role_policy_attachment" "from_variable" {
  for_each   = var.policies
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}
