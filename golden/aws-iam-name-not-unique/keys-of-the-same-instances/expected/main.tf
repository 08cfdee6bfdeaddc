locals {
  users = {
    ada = "admins"
    bob = "readers"
  }
}

resource "aws_iam_user" "staff" {
  for_each = local.users
  name     = "${each.key}-${random_id.staff_suffix.hex}"
}

resource "random_id" "staff_suffix" {
  byte_length = 4
}

resource "aws_iam_user_group_membership" "staff" {
  for_each = local.users
  user     = aws_iam_user.staff[each.key].name
  groups   = [each.value]
}

resource "aws_iam_user_policy_attachment" "staff" {
  for_each   = aws_iam_user.staff
  user       = aws_iam_user.staff[each.key].name
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
  name               = "prod-web-${random_id.web_suffix.hex}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "random_id" "web_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
