resource "aws_sns_topic" "more" {
  name = "shop-alerts"
}

resource "aws_alb" "api" {
  name    = "shop"
  subnets = var.subnet_ids
}
