resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

resource "aws_s3_bucket" "files" {
  bucket_prefix = "files-"
}

resource "aws_lb" "web" {
  internal = false
}
