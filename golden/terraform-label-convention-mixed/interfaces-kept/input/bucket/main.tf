variable "bucketName" {
  type = string
}

variable "force_destroy" {
  type = bool
}

output "bucketArn" {
  value = "arn:aws:s3:::${var.bucketName}"
}

locals {
  common_tags = {}
}
