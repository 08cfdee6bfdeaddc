resource "aws_iam_role" "reader" {
  name               = "${local.project}-reader-${random_id.reader_suffix.hex}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "random_id" "reader_suffix" {
  byte_length = 4
}

resource "aws_iam_role" "ops" {
  name               = "${local.ops}-${random_id.ops_suffix.hex}"
  assume_role_policy = data.aws_iam_policy_document.trust.json

  tags = {
    Name = local.ops
  }
}

resource "random_id" "ops_suffix" {
  byte_length = 4
}

resource "aws_iam_instance_profile" "ops" {
  name = "${format("%s-profile", local.project)}-${random_id.ops_instance_profile_suffix.hex}"
  role = aws_iam_role.ops.name
}

resource "random_id" "ops_instance_profile_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "reader_again" {
  role       = aws_iam_role.reader.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_user" "owner" {
  for_each = toset(local.owners)

  name = "${local.project}-owner-${each.key}-${random_id.owner_suffix.hex}"
}

resource "random_id" "owner_suffix" {
  byte_length = 4
}

resource "aws_iam_role" "viewer" {
  name               = local.viewer
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# Of several instances with one name, which one is to have another?
resource "aws_iam_group" "same" {
  count = 2

  name = "${local.project}-same"
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

output "viewer_role" {
  value = local.viewer
}
