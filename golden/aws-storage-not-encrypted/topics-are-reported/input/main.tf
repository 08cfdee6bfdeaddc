resource "aws_sns_topic" "alerts" {
  name_prefix = "alerts-"
}

resource "aws_sns_topic" "orders" {
  name_prefix       = "orders-"
  kms_master_key_id = aws_kms_key.orders.arn
}

resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = true
}
