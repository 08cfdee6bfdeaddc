resource "aws_s3_bucket" "this" {
  bucket = var.name

  tags = {
    Purpose = "${var.name}, ${var.versioning_enabled ? "with" : "without"} old versions"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  count  = var.versioning_enabled ? 1 : 0
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}
