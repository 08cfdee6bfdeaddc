# Uploads of the users.
resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_s3_bucket" "regional" {
  for_each = toset(["a", "b"])

  bucket_prefix = "regional-${each.key}-"
}

variable "create" {
  type    = bool
  default = true
}

provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  count    = var.create ? 1 : 0

  bucket_prefix = "replica-"
  acl           = "private"
}

output "uploads" {
  value = aws_s3_bucket.uploads.id
}
