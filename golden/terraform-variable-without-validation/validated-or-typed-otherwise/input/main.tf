variable "cidr" {
  type = string

  validation {
    condition     = startswith(var.cidr, "10.")
    error_message = "Only private networks."
  }
}

variable "networks" {
  type = map(string)
}

variable "any" {}

resource "aws_vpc" "main" {
  cidr_block = var.cidr
}

resource "aws_vpc" "others" {
  for_each   = var.networks
  cidr_block = each.value
}

resource "aws_vpc" "any" {
  cidr_block = var.any
}
