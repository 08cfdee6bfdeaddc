resource "aws_iam_role_policy" "reader" {
  role = "reader"

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:ListObjectsV2", "s3:GetBucketEncryption"],
          "Resource": "*"
        },
        {
          "Effect": "Allow",
          "Action": "lambda:Invoke",
          "Resource": "*"
        }
      ]
    }
  JSON
}

resource "aws_iam_user_policy" "reader" {
  user   = "reader"
  policy = data.aws_iam_policy_document.reader.json
}

data "aws_iam_policy_document" "reader" {
  statement {
    actions = [
      "s3:GetObjects", # all of them
      "sqs:SendMessageBatch",
    ]
    resources = ["*"]
  }
}
