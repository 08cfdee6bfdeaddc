terraform {
  required_version = ">= 1.8"

  required_providers {
    time = {
      source = "hashicorp/time"
    }
  }
}

locals {
  known   = provider::time::rfc3339_parse("2026-01-01T00:00:00Z")
  unknown = provider::aws::arn_parse("arn:aws:iam::111122223333:role/app")
}
