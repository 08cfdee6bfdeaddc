terraform {
  backend "s3" {
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "orders_a" {
  name = "orders-a"
}

resource "aws_sqs_queue" "orders_b" {
  name = "orders-b"
}

resource "aws_sqs_queue" "orders_c" {
  name = "orders-c"
}

resource "aws_sqs_queue" "orders_d" {
  name = "orders-d"
}

resource "aws_sqs_queue" "orders_e" {
  name = "orders-e"
}

resource "aws_sqs_queue" "orders_f" {
  name = "orders-f"
}

resource "aws_sqs_queue" "orders_g" {
  name = "orders-g"
}

resource "aws_sqs_queue" "orders_h" {
  name = "orders-h"
}

resource "aws_sqs_queue" "orders_i" {
  name = "orders-i"
}

resource "aws_sqs_queue" "orders_j" {
  name = "orders-j"
}

resource "aws_sqs_queue" "orders_k" {
  name = "orders-k"
}
