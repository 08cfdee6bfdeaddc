terraform {
  required_providers {
    my_cloud = {
      source = "example/mycloud"
    }
    second = {
      source = "example/terraform-provider-second"
    }
    third = {
      source = "https://example.org/example/third"
    }
  }
}

provider "AWS" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "eu west"
  region = "eu-west-1"
}
