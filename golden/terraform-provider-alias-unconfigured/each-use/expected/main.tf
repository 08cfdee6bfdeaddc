provider "aws" {
  region = "eu-west-1"
}

resource "aws_sns_topic" "one" {
  provider = aws.replica
  name     = "one"
}

resource "aws_sns_topic" "two" {
  provider = aws.replica
  name     = "two"
}
