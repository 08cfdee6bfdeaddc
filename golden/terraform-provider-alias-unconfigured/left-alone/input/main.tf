provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-central-1"
}

resource "aws_s3_bucket" "replica" {
  provider      = aws.replica
  bucket_prefix = "replica-"
}

# One for the older way to write it.
resource "aws_s3_bucket" "older" {
  provider      = "aws.replica"
  bucket_prefix = "older-"
}

resource "aws_s3_bucket" "default" {
  provider      = aws
  bucket_prefix = "default-"
}

module "older" {
  source = "./older"

  providers = {
    aws.dns = aws.replica
  }
}
