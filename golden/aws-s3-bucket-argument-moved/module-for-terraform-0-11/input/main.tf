terraform {
  required_version = "= 0.11.15"
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
  acl    = "private"

  versioning {
    enabled = true
  }
}
