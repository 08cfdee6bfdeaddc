resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_policy" "tls" {
  bucket = aws_s3_bucket.logs.id
  policy = "{}"
}

resource "aws_s3_bucket_policy" "reading" {
  bucket = aws_s3_bucket.logs.bucket
  policy = "{}"
}

resource "aws_route" "internet" {
  route_table_id         = "rtb-1"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-1"
}

resource "aws_route" "nat" {
  route_table_id         = "rtb-1"
  destination_cidr_block = local.anywhere
  nat_gateway_id         = "nat-1"
}

locals {
  anywhere = "0.0.0.0/0"
}
