# Named like the role's suffix would be, but a bucket's.
resource "random_id" "upload_suffix" {
  byte_length = 8
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${random_id.upload_suffix.hex}"
}

resource "aws_iam_role" "upload" {
  name = "upload-${random_id.upload_role_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "upload_role_suffix" {
  byte_length = 4
}

# Made for this role, and not used yet.
resource "random_id" "resize_suffix" {
  byte_length = 2
}

resource "aws_iam_role" "resize" {
  name = "resize-${random_id.resize_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_instance_profile" "resize" {
  name = "resize-${random_id.resize_instance_profile_suffix.hex}"
  role = aws_iam_role.resize.name
}

resource "random_id" "resize_instance_profile_suffix" {
  byte_length = 4
}

resource "aws_iam_user" "prod_robot" {
  name = "prod-robot-${random_id.robot_suffix.hex}"
}

resource "random_id" "robot_suffix" {
  byte_length = 4
}

resource "aws_iam_user" "dev_robot" {
  name = "dev-robot-${random_id.dev_robot_suffix.hex}"
}

resource "random_id" "dev_robot_suffix" {
  byte_length = 4
}

resource "aws_iam_group" "prod" {
  name = "prod-${random_id.prod_suffix.hex}"
}

resource "random_id" "prod_suffix" {
  byte_length = 4
}
