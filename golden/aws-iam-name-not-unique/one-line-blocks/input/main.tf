resource "aws_iam_group" "admins" { name = "admins" }
resource "aws_iam_user" "qa-robot" { name = "qa-robot" }
