resource "aws_s3_bucket" "unsure" {
  bucket = "example-unsure"

  object_lock_configuration {
    object_lock_enabled = var.lock
  }
}

resource "aws_s3_bucket" "twice" {
  bucket              = "example-twice"
  object_lock_enabled = true

  object_lock_configuration {
    object_lock_enabled = "Enabled"
  }
}

resource "aws_s3_bucket" "public" {
  bucket = "example-public"

  grant {
    type        = "Group"
    permissions = ["READ"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers"
  }
}

resource "aws_s3_bucket" "given" {
  bucket = "example-given"

  grant {
    id          = var.reader
    type        = "CanonicalUser"
    permissions = var.permissions
  }
}

resource "aws_s3_bucket" "owned" {
  bucket = "example-owned"

  grant {
    id          = var.reader
    type        = "CanonicalUser"
    permissions = ["READ"]
  }
}

resource "aws_s3_bucket_ownership_controls" "owned" {
  bucket = aws_s3_bucket.owned.id

  rule {
    object_ownership = "ObjectWriter"
  }
}
