resource "aws_iam_role" "web" {
  count = var.enabled ? 1 : 0
  name  = "web-${random_id.web_suffix[count.index].hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action    = "sts:AssumeRole"
        Effect    = "Allow"
        Principal = { Service = "ec2.amazonaws.com" }
      }
    ]
  })
}

resource "random_id" "web_suffix" {
  count       = var.enabled ? 1 : 0
  byte_length = 4
}

resource "aws_iam_role_policy" "web" {
  count = var.enabled ? 1 : 0
  name  = "web-${random_id.web_suffix[count.index].hex}"
  role  = aws_iam_role.web[0].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action   = "s3:ListAllMyBuckets"
        Effect   = "Allow"
        Resource = "*"
      }
    ]
  })
}

variable "enabled" {
  type    = bool
  default = true
}
