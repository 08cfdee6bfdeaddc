resource "aws_iam_role" "deploy" {
  name_prefix = "deploy-"

  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "sts:AssumeRole",
          "Principal": {"AWS": ["arn:aws:iam::123456789012:root", "*"]}
        }
      ]
    }
  JSON
}

resource "aws_iam_role" "pipeline" {
  name_prefix        = "pipeline-"
  assume_role_policy = data.aws_iam_policy_document.github.json
}

data "aws_iam_policy_document" "github" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }
  }
}
