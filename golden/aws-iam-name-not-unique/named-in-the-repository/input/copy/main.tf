resource "aws_iam_role" "unnamed" {
  name               = "prod-unnamed"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "unnamed" {
  role       = aws_iam_role.unnamed.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
