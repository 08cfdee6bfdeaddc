variable "rules" {
  type    = list(map(string))
  default = []
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "example-logs"

  dynamic "rule" {
    for_each = var.rules
    content {
      id     = lifecycle_rule.value["id"]
      status = "Enabled"
    }
  }
}
