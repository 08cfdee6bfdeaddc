variable "region" {
  type = string
}

locals {
  name = "queue-${var.region}"
}
