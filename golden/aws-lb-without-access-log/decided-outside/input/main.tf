resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids

  dynamic "access_logs" {
    for_each = var.log_bucket == null ? [] : [var.log_bucket]

    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}

resource "aws_elb" "classic" {
  name    = "classic"
  subnets = var.subnet_ids

  access_logs {
    bucket = var.log_bucket
  }

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_lb" "api" {
  name    = "api"
  subnets = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = var.log_bucket != ""
  }
}
