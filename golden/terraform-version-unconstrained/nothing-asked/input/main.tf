provider "aws" {
  region = "us-east-2"
}

variable "names" {
  type = set(object({ name = optional(string) }))
}

resource "random_id" "suffix" {
  byte_length = 4
}

resource "aws_sns_topic" "alerts" {
  name = "alerts-${random_id.suffix.hex}"
}
