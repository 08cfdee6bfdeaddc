locals {
  tags = { Project = "orders" }
}

module "vpc" {
  source = "git::https://example.com/modules/vpc.git"
  cidr   = "10.0.0.0/16"
  tags   = local.tags
}

module "cluster" {
  source = "git::https://example.com/modules/cluster.git"
  vpc_id = module.vpc.id
  tags   = merge(local.tags, { Cluster = "orders" })
}

module "dns" {
  source = "git::https://example.com/modules/dns.git"
  zone   = "example.com"
}

resource "aws_kms_key" "orders" {
  description = "Orders"
  tags        = local.tags
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
  tags = local.tags
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = local.tags
}
