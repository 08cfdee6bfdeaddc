provider "aws" {
  region = "us-east-2"
}

# The role of the instances
resource "aws_iam_role" "web" {
  name               = "web-${random_id.role_suffix.hex}"
  assume_role_policy = "{}"
}

resource "aws_iam_instance_profile" "web" {
  name = "web-${random_id.role_suffix.hex}"
  role = aws_iam_role.web.name
}
