terraform {
  backend "s3" {
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "shops_a" {
  name = "shops-a"
}

resource "aws_sqs_queue" "shops_b" {
  name = "shops-b"
}

resource "aws_sqs_queue" "shops_c" {
  name = "shops-c"
}

resource "aws_sqs_queue" "shops_d" {
  name = "shops-d"
}

resource "aws_sqs_queue" "shops_e" {
  name = "shops-e"
}

resource "aws_sqs_queue" "shops_f" {
  name = "shops-f"
}

resource "aws_sqs_queue" "shops_g" {
  name = "shops-g"
}

resource "aws_sqs_queue" "shops_h" {
  name = "shops-h"
}

resource "aws_sqs_queue" "shops_i" {
  name = "shops-i"
}

resource "aws_sqs_queue" "shops_j" {
  name = "shops-j"
}

resource "aws_sqs_queue" "shops_k" {
  name = "shops-k"
}
