resource "aws_security_group" "web" {
  name = "web"

  dynamic "ingress" {
    content {
      from_port = 80
      to_port   = 80
      protocol  = "tcp"
    }
  }

  dynamic "egress" {
    for_each = []
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "all"
    status = "Enabled"

    dynamic "transition" {
      for_each = [30]
      iterator = age

      content {
        days          = age.value
        storage_class = "GLACIER"
      }
    }

    dynamic "filter" {
      for_each = [1]

      content {
        dynamic "and" {
          content {
            prefix = "a"
          }
        }
      }
    }
  }
}
