terraform {
  required_providers {
    random = {
      source = "example/random"
    }
  }
}

output "suffix" {
  value = random_id.suffix.hex
}
