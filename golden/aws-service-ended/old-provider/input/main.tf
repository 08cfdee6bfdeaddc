terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_opsworks_stack" "web" {
  name                         = "web"
  region                       = "eu-west-1"
  service_role_arn             = "arn:aws:iam::123456789012:role/opsworks"
  default_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/opsworks"
}

resource "aws_kinesis_analytics_application" "clicks" {
  name = "clicks"
}
