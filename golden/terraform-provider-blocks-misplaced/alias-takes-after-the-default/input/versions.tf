terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"

      # Certificates of CloudFront are in us-east-1 only.
      configuration_aliases = [
        aws.replica,
        aws.us_east_1,
      ]
    }
  }
}
