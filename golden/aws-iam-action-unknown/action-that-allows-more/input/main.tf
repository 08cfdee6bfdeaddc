resource "aws_iam_user_policy" "uploader" {
  user = "uploader"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:HeadObject", "s3:PutObject"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:UploadPart", "s3:PutObject"]
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:DeleteBucketLifecycle"
        Resource = "*"
      },
    ]
  })
}

data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["s3:HeadBucket"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "reader" {
  user   = "reader"
  policy = data.aws_iam_policy_document.reader.json
}
