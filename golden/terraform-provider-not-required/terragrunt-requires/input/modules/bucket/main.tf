resource "aws_s3_bucket" "logs" {
  provider      = aws.replica
  bucket_prefix = "logs-${var.region}-"
}

resource "cloudflare_zone" "main" {
  account_id = "0123"
  zone       = "example.com"
}
