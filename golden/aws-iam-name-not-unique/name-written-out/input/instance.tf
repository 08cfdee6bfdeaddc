resource "aws_instance" "app" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "billing-app"

  tags = {
    Name = "billing-app"
  }
}

resource "aws_launch_template" "app" {
  name_prefix   = "billing-app"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  iam_instance_profile {
    name = "billing-app"
  }
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = "billing-reports"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::billing-reports/*"
        Principal = { AWS = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/service/billing-app", "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/billing-robot"] }
      }
    ]
  })
}
