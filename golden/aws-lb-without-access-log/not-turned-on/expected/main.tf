resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = var.subnet_ids

  access_logs {
    bucket  = aws_s3_bucket.logs.id # the central one
    prefix  = "web"
    enabled = true
  }
}

resource "aws_lb" "tcp" {
  name               = "tcp"
  load_balancer_type = "network"
  subnets            = var.subnet_ids

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}
