resource "aws_iam_role_policy" "reader" {
  role = "reader"

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:ListBucket", "s3:GetEncryptionConfiguration"],
          "Resource": "*"
        },
        {
          "Effect": "Allow",
          "Action": "lambda:InvokeFunction",
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
      "s3:GetObject", # all of them
      "sqs:SendMessage",
    ]
    resources = ["*"]
  }
}
