locals {
  users = {
    ada = "admins"
    bob = "readers"
  }
}

resource "aws_iam_user" "staff" {
  for_each = local.users
  name     = each.key
}

resource "aws_iam_user_group_membership" "staff" {
  for_each = local.users
  user     = each.key
  groups   = [each.value]
}

resource "aws_iam_user_policy_attachment" "staff" {
  for_each   = aws_iam_user.staff
  user       = each.key
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "robots" {
  for_each = toset(["red-robot", "blue-robot"])
  name     = each.key
}

# Another account's are among them, maybe.
resource "aws_iam_user_policy_attachment" "robots" {
  for_each   = toset(["red-robot", "green-robot"])
  user       = each.key
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

locals {
  stage = "prod"
}

resource "aws_iam_role" "web" {
  name               = "prod-web"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = "${local.stage}-web"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
