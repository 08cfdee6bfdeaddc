# tflint-ignore-file: aws_provider_missing_default_tags

provider "aws" {
  alias  = "audit"
  region = "eu-west-1"
}
