resource "aws_iam_policy" "administrator" {
  name   = "AdministratorAccess"
  policy = data.aws_iam_policy_document.app.json
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = "app"
  policy_arn = aws_iam_policy.administrator.arn
}

resource "aws_iam_role_policy_attachment" "own_by_arn" {
  role       = "app"
  policy_arn = "arn:aws:iam::111122223333:policy/AdministratorAccess"
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
