terraform {
  required_version = ">= 1.3"

  required_providers {
    example = {
      source = "example/example"
    }
  }
}

resource "example_thing" "this" {}
