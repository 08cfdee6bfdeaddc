data "aws_vpc" "main" {
  default = true
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-${data.aws_vpc.main.id}-${data.aws_caller_identity.current.account_id}"
}

output "arn" {
  value = "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.logs.id}"
}
