variable "network" {
  type = string
}

locals {
  network = var.network
}

module "network" {
  source = "./network"
}

output "network" {
  value = local.network
}

resource "aws_sns_topic" "network" {
  name = "network"
}

resource "aws_sqs_queue" "network" {
  name = "network"
}

data "aws_sns_topic" "network" {
  name = aws_sns_topic.network.name
}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}
