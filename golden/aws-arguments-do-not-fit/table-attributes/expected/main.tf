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

resource "aws_dynamodb_table" "repeated" {
  name         = "repeated"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  dynamic "attribute" {
    for_each = { id = "S", owner = "S", age = "N" }

    content {
      name = attribute.key
      type = attribute.value
    }
  }

  dynamic "global_secondary_index" {
    for_each = toset(["owner", "team"])

    content {
      name            = "by-${global_secondary_index.value}"
      hash_key        = global_secondary_index.value
      projection_type = "ALL"
    }
  }
}
