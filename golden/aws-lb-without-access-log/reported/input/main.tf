resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids
}

resource "aws_lb" "api" {
  name    = "api"
  subnets = var.subnet_ids

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = false
  }
}
