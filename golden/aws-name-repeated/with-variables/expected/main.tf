variable "env" {
  type = string
}

variable "workers" {
  type    = number
  default = 3
}

variable "tenants" {
  type = map(string)
}

locals {
  jobs = "${var.env}-jobs"
}

resource "aws_sqs_queue" "jobs" {
  name = "${var.env}-jobs"
}

resource "aws_sqs_queue" "more_jobs" {
  name = local.jobs
}

resource "aws_sqs_queue" "formatted" {
  name = format("%s-%s", var.env, "jobs")
}

resource "aws_iam_role" "ops" {
  name               = join("-", [var.env, "ops"])
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "operators" {
  name               = "${var.env}-ops"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_security_group" "web" {
  name   = "${var.env}-web"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "api" {
  name   = "${var.env}-web"
  vpc_id = aws_vpc.main.id
}

resource "aws_dynamodb_table" "shop" {
  count        = 3
  name         = "${var.env}-shop-${count.index}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_kinesis_stream" "by_default" {
  count       = var.workers
  name        = "${var.env}-stream"
  shard_count = 1
}

resource "aws_sns_topic" "by_tenant" {
  for_each = var.tenants
  name     = "tenant-alerts"
}
