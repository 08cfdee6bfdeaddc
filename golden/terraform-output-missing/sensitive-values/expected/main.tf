variable "tenant" {
  type      = string
  sensitive = true
}

variable "stage" {
  type = string
}

data "aws_ssm_parameter" "topic" {
  name = "/shop/topic"
}

locals {
  prefix = "${var.stage}-${var.tenant}"
}

resource "aws_s3_bucket" "data" {
  bucket = "${local.prefix}-data"
}

resource "aws_sns_topic" "alerts" {
  name = data.aws_ssm_parameter.topic.value
}

resource "aws_dynamodb_table" "orders" {
  name         = "${aws_s3_bucket.data.bucket}-orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_kinesis_stream" "events" {
  name        = "${var.stage}-${nonsensitive(substr(var.tenant, 0, 2))}"
  shard_count = 1

  tags = {
    tenant = var.tenant
  }
}

module "codename" {
  source = "./codename"
}

resource "aws_sqs_queue" "secret" {
  name = module.codename.word
}
