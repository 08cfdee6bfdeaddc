provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_sns_topic" "here" {
  name = "alerts"
}

resource "aws_sns_topic" "there" {
  provider = aws.us
  name     = "alerts"
}

# One or the other.
resource "aws_dynamodb_table" "on_demand" {
  count        = var.on_demand ? 1 : 0
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "provisioned" {
  count          = var.on_demand ? 0 : 1
  name           = "orders"
  read_capacity  = 1
  write_capacity = 1
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

# A queue may have the name of a topic.
resource "aws_sqs_queue" "alerts" {
  name = "alerts"
}

resource "aws_sqs_queue" "numbered" {
  count = 2
  name  = "numbered-${count.index}"
}

# The same module in two regions.
module "here" {
  source = "./regional"
}

module "there" {
  source = "./regional"

  providers = {
    aws = aws.us
  }
}

variable "on_demand" {
  type = bool
}
