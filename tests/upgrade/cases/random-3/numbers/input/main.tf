terraform {
  required_providers {
    random = {
      source  = "hashicorp/random"
      version = "~> 2.0"
    }
  }
}

resource "random_password" "db" {
  length = 16
  number = false

  lifecycle {
    ignore_changes = [length, number]
  }
}

resource "random_id" "bucket" {
  byte_length = 4
}

resource "random_integer" "number" {
  min = 1
  max = 9
}

output "bucket" {
  value = "logs-${random_id.bucket.b64}"
}
