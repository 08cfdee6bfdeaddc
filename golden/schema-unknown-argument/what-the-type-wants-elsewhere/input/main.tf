terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_eks_access_policy_association" "admins" {
  for_each = var.admins

  cluster_name  = "main"
  principal_arn = each.value

  dynamic "policy_association" {
    for_each = toset(var.policies)
    content {
      policy_arn = policy_association.value
    }
  }
}

resource "aws_launch_template" "web" {
  name       = "web"
  spot_price = "0.03"
}

resource "aws_s3_bucket" "reports" {
  bucket_prefix = "reports-"

  public_access_block {
    block_public_acls = true
  }
}

resource "aws_autoscaling_group" "web" {
  max_size  = 2
  min_size  = 1
  user_data = file("boot.sh")
}

variable "admins" {
  type = map(string)
}

variable "policies" {
  type = list(string)
}
