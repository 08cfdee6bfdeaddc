terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "anything" {}

variable "names" {
  type    = list(string)
  default = []
}

locals {
  a = length(var.anything)
  b = try(upper(["a"]), "b")
  c = can(tonumber("x")) ? tonumber("1") : 0
  d = provider::aws::arn_parse("arn:aws:iam::123456789012:role/a")
  e = var.names == null ? [] : sort(var.names)
  f = false ? tonumber("x") : 0
  g = merge(var.anything, null)
  h = max([1, 2]...)
  i = core::upper("a")
  j = format("%s-%s", var.names...)
}
