# Named like the role's suffix would be, but a bucket's.
resource "random_id" "upload_suffix" {
  byte_length = 8
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${random_id.upload_suffix.hex}"
}

resource "aws_iam_role" "upload" {
  name = "upload"

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

# Made for this role, and not used yet.
resource "random_id" "resize_suffix" {
  byte_length = 2
}

resource "aws_iam_role" "resize" {
  name = "resize"

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
  name = "resize"
  role = aws_iam_role.resize.name
}

resource "aws_iam_user" "prod_robot" {
  name = "prod-robot"
}

resource "aws_iam_user" "dev_robot" {
  name = "dev-robot"
}

resource "aws_iam_group" "prod" {
  name = "prod"
}
