terraform {
  backend "s3" {
    bucket = "state-of-the-shop"
    key    = "network"
    region = "eu-central-1"
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}
