terraform {
  required_providers {
    my_cloud = {
      source = "example/mycloud"
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
