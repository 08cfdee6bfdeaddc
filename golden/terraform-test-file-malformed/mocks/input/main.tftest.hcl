mock_provider "aws" {
  source = "./tests"

  mock_resource "aws_vpc" {}

  mock_resource "aws_vpc" {}
}

mock_provider "aws" {}

provider "aws" {}

override_data {
  target = data.aws_vpc.a
}

override_data {
  target = data.aws_vpc.a
}
