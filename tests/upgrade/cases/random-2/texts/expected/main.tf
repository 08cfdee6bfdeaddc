terraform {
  required_providers {
    random = {
      source  = "hashicorp/random"
      version = "~> 2.0"
    }
  }
}

resource "random_string" "suffix" {
  length = 6
}

resource "random_id" "other" {
  byte_length = 4
}

output "suffix" {
  value = "web-${random_string.suffix.result}"
}

output "other" {
  value = random_id.other.id
}
