resource "aws_sqs_queue" "some" {
  count = 2
  name  = "some-${count.index}"
}

resource "aws_sns_topic" "alerts" {
  for_each = toset(["0", "b"])
  name     = each.key
}

resource "aws_sns_topic" "single" {
  name = "single"
}

module "network" {
  source = "./network"
}

module "named" {
  source   = "./network"
  for_each = toset(["id"])
}

locals {
  key = "b"
  all = {
    some    = aws_sqs_queue.some[*].arn
    old     = aws_sqs_queue.some.*.arn
    whole   = aws_sqs_queue.some
    first   = aws_sqs_queue.some["0"].arn
    number  = aws_sns_topic.alerts[0].arn
    each    = [for topic in aws_sns_topic.alerts : topic.arn]
    by      = aws_sns_topic.alerts[local.key].arn
    single  = aws_sns_topic.single[*].arn
    named   = module.network["id"]
    by_name = module.named.id.id
    try     = try(module.named.b.id, "")
  }
}
