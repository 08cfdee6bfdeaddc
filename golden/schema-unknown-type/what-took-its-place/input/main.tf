terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

data "aws_subnet_ids" "private" {
  vpc_id = "vpc-0123456789abcdef0"
}
