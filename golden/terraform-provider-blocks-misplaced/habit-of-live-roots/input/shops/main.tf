terraform {
  backend "s3" {
    bucket = "example-states"
    key    = "shops"
    region = "eu-west-1"
  }

  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "shops" {
  name = "shops"
}

resource "aws_sqs_queue" "shop_1" {
  name = "shop-1"
}

resource "aws_sqs_queue" "shop_2" {
  name = "shop-2"
}

resource "aws_sqs_queue" "shop_3" {
  name = "shop-3"
}

resource "aws_sqs_queue" "shop_4" {
  name = "shop-4"
}

resource "aws_sqs_queue" "shop_5" {
  name = "shop-5"
}

resource "aws_sqs_queue" "shop_6" {
  name = "shop-6"
}

resource "aws_sqs_queue" "shop_7" {
  name = "shop-7"
}

resource "aws_sqs_queue" "shop_8" {
  name = "shop-8"
}

resource "aws_sqs_queue" "shop_9" {
  name = "shop-9"
}

resource "aws_sqs_queue" "shop_10" {
  name = "shop-10"
}
