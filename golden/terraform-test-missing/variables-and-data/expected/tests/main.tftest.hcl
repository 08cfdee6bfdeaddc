# Plans the module with mocked providers: needs no credentials and makes nothing.

mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["us-east-1a", "us-east-1b", "us-east-1c"]
    }
  }

  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    }
  }
}

variables {
  vpc_id               = "example-1"
  private_subnet_cidrs = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"]
  environment          = "dev"
  sizes                = { worker = "example-1" }
  tags                 = { example = "example-1" }
}

run "plan" {
  command = plan
}
