resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }

  ingress {
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "one"
    status = "Enabled"

    expiration {
      days = 30
    }
  }

  rule {
    id     = "two"
    status = "Enabled"

    expiration {
      days = 90
    }
  }
}
