resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 30
    }
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      stage = "test"
    }
  }
}

terraform {
  backend "s3" {
    bucket = "state"
    key    = "network"
    region = "eu-west-1"

    assume_role {
      role_arn = "arn:aws:iam::123456789012:role/state"
    }
  }
}
