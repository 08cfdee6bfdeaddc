locals {
  sort_key = "created"
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  range_key    = local.sort_key

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "created"
    type = "N"
  }

  attribute {
    name = "state"
    type = "S"
  }

  global_secondary_index {
    name            = "by-state"
    hash_key        = "state"
    range_key       = "priority"
    projection_type = "ALL"
  }

  tags = {
    team = "shop"
  }
}
