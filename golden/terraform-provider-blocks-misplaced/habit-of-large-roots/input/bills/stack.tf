terraform {
  backend "s3" {
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "bills_a" {
  name = "bills-a"
}

resource "aws_sqs_queue" "bills_b" {
  name = "bills-b"
}

resource "aws_sqs_queue" "bills_c" {
  name = "bills-c"
}

resource "aws_sqs_queue" "bills_d" {
  name = "bills-d"
}

resource "aws_sqs_queue" "bills_e" {
  name = "bills-e"
}

resource "aws_sqs_queue" "bills_f" {
  name = "bills-f"
}

resource "aws_sqs_queue" "bills_g" {
  name = "bills-g"
}

resource "aws_sqs_queue" "bills_h" {
  name = "bills-h"
}

resource "aws_sqs_queue" "bills_i" {
  name = "bills-i"
}

resource "aws_sqs_queue" "bills_j" {
  name = "bills-j"
}

resource "aws_sqs_queue" "bills_k" {
  name = "bills-k"
}
