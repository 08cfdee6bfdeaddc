resource "aws_s3_bucket" "this" {
  bucket = var.name

  tags = {
    Purpose = "${var.name}, ${var.versioned ? "with" : "without"} old versions"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  count  = var.versioned ? 1 : 0
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}
