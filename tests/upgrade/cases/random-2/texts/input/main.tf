terraform {
  required_providers {
    random = {
      source  = "hashicorp/random"
      version = "~> 1.0"
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
  value = "web-${random_string.suffix.id}"
}

output "other" {
  value = random_id.other.id
}
