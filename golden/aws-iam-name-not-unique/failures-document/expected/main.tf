# IAM Role for EC2 instances
resource "aws_iam_role" "prod_ec2_role" {
  name = "prod-ec2-role-${random_id.ec2_role_suffix.hex}" # Will conflict on multiple deployments

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "ec2.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "ec2_role_suffix" {
  byte_length = 4
}

# IAM Policy for EC2 instances
resource "aws_iam_role_policy" "prod_ec2_policy" {
  name = "prod-ec2-policy-${random_id.ec2_role_suffix.hex}"
  role = aws_iam_role.prod_ec2_role.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:GetParameter"
        Resource = "arn:aws:ssm:*:*:parameter/prod/*"
      }
    ]
  })
}

# IAM Instance Profile
resource "aws_iam_instance_profile" "prod_ec2_profile" {
  name = "prod-ec2-profile-${random_id.ec2_profile_suffix.hex}"
  role = aws_iam_role.prod_ec2_role.name
}

resource "random_id" "ec2_profile_suffix" {
  byte_length = 4
}
