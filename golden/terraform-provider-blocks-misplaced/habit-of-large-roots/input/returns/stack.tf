terraform {
  backend "s3" {
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "returns_a" {
  name = "returns-a"
}

resource "aws_sqs_queue" "returns_b" {
  name = "returns-b"
}

resource "aws_sqs_queue" "returns_c" {
  name = "returns-c"
}

resource "aws_sqs_queue" "returns_d" {
  name = "returns-d"
}

resource "aws_sqs_queue" "returns_e" {
  name = "returns-e"
}

resource "aws_sqs_queue" "returns_f" {
  name = "returns-f"
}

resource "aws_sqs_queue" "returns_g" {
  name = "returns-g"
}

resource "aws_sqs_queue" "returns_h" {
  name = "returns-h"
}

resource "aws_sqs_queue" "returns_i" {
  name = "returns-i"
}

resource "aws_sqs_queue" "returns_j" {
  name = "returns-j"
}

resource "aws_sqs_queue" "returns_k" {
  name = "returns-k"
}
