module "logs" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 4.1"
  bucket  = "acme-logs"

  attach_deny_insecure_transport_policy = false # old machines write there

  providers = {
    aws = aws.archive
  }
}

module "copies" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 4.1"
  bucket  = "${module.logs.s3_bucket_id}-copies"

  tags = {
    Copies = module.logs.s3_bucket_arn
  }
  attach_deny_insecure_transport_policy = true
}

provider "aws" {
  alias  = "archive"
  region = "eu-west-1"
}
