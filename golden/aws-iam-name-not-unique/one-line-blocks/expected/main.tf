resource "aws_iam_group" "admins" { name = "admins-${random_id.admins_suffix.hex}" }

resource "random_id" "admins_suffix" {
  byte_length = 4
}

resource "aws_iam_user" "qa-robot" { name = "qa-robot-${random_id.robot_suffix.hex}" }

resource "random_id" "robot_suffix" {
  byte_length = 4
}
