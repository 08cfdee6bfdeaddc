variable "hash_key" {
  type = string
}

variable "indexes" {
  type = map(string)
}

resource "aws_dynamodb_table" "key_not_known" {
  name         = "a"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.hash_key

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "indexes_not_known" {
  name         = "b"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "owner"
    type = "S"
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name            = global_secondary_index.key
      hash_key        = global_secondary_index.value
      projection_type = "ALL"
    }
  }
}

resource "aws_dynamodb_table" "attributes_not_known" {
  name         = "c"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  dynamic "attribute" {
    for_each = { id = "S" }

    content {
      name = attribute.key
      type = attribute.value
    }
  }
}

resource "aws_dynamodb_table" "local_index" {
  name           = "d"
  hash_key       = "id"
  range_key      = "leg"
  read_capacity  = 5
  write_capacity = 5

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "leg"
    type = "N"
  }

  attribute {
    name = "weight"
    type = "N"
  }

  local_secondary_index {
    name            = "by-weight"
    range_key       = "weight"
    projection_type = "KEYS_ONLY"
  }
}
