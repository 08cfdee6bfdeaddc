variable "region" {
  type = string
}

locals {
  zones = ["a", "b"]
}
