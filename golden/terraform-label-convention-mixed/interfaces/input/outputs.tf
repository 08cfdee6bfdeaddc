output "bucket-arn" {
  value = "arn:aws:s3:::${var.bucketName}"
}
