resource "aws_cloudwatch_log_group" "web" {
  name              = "/aws/ec2/web" # as pasted
  retention_in_days = 30
}

resource "aws_ecr_repository" "web" {
  name = "shop/web"
}

# Here the spaces are not all that is wrong.
resource "aws_ecr_repository" "api" {
  name = "shop/API "
}

# Here they are a part of the text.
resource "aws_iam_role" "web" {
  name               = "web"
  description        = "Reads the configuration "
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}
