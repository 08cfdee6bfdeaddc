variable "stage" {
  type = string
}

resource "aws_ecr_repository" "web" {
  name = "Web Server"
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "web server: requests"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "staged" {
  name              = "${var.stage} requests"
  retention_in_days = 30
}

resource "aws_wafv2_ip_set" "offices" {
  name               = "offices.${var.stage}"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["192.0.2.0/24"]
}

resource "aws_iam_group" "developers" {
  name = "developers"
  path = "developers"
}

resource "aws_kms_alias" "logs" {
  name          = "alias/logs, live"
  target_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
}
