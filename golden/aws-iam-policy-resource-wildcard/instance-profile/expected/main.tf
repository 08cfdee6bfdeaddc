resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_iam_role" "web" {
  name_prefix        = "web-"
  assume_role_policy = file("${path.module}/trust.json")
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
      Resource = [aws_s3_bucket.uploads.arn, "${aws_s3_bucket.uploads.arn}/*"]
    }]
  })
}

resource "aws_instance" "web" {
  ami                  = "ami-0a1b2c3d4e5f67890"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.web.name
  user_data            = "aws s3 sync s3://${aws_s3_bucket.uploads.id} /srv"
}
