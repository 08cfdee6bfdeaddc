resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "flow_logs" {
  source = "git::https://example.com/modules/flow-logs.git"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc" "zones" {
  for_each   = var.networks
  cidr_block = each.value
}

resource "aws_flow_log" "zones" {
  for_each        = aws_vpc.zones
  vpc_id          = each.value.id
  traffic_type    = "REJECT"
  log_destination = aws_s3_bucket.logs.arn
}
