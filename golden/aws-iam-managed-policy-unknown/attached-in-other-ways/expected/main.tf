resource "aws_iam_role" "config" {
  name               = "config-${random_id.config.hex}"
  assume_role_policy = "{}"
}

resource "random_id" "config" {
  byte_length = 4
}

# Each of these gives the role, or the user, what a corrected ARN would give again.
resource "aws_iam_role_policy_attachment" "keys" {
  for_each   = toset(["arn:aws:iam::aws:policy/service-role/AWS_ConfigRole", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"])
  role       = aws_iam_role.config.name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "former" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSConfigRole"
}

data "aws_iam_policy" "machines" {
  name = "AmazonEC2ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "machines" {
  role       = aws_iam_role.config.id
  policy_arn = data.aws_iam_policy.machines.arn
}

resource "aws_iam_role_policy_attachment" "machines_again" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEc2ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "audit" {
  name       = "audit"
  roles      = [aws_iam_role.config.name]
  users      = ["auditor"]
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_role_policy_attachment" "audit_again" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAduit"
}

resource "aws_iam_user_policy_attachment" "audit_again" {
  user       = "auditor"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAduit"
}

resource "aws_iam_role_policy_attachments_exclusive" "config" {
  role_name   = aws_iam_role.config.name
  policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}

resource "aws_iam_role_policy_attachment" "buckets_again" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/AWSS3ReadOnlyAccess"
}

# Somebody else's.
resource "aws_iam_user_policy_attachment" "other" {
  user       = "other"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}
