module "dead" {
  source = "./modules/dead"
}

locals {
  dead = module.dead.arn
}

resource "aws_sqs_queue" "orders" {
  name       = "orders.fifo"
  fifo_queue = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = local.dead
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "mails" {
  name = "mails"

  redrive_policy = jsonencode({
    deadLetterTargetArn = module.dead.arn
    maxReceiveCount     = 5
  })
}
