variable "size" {
  type = number
}

variable "enabled" {
  type = bool
}

locals {
  is_one     = var.size == "1"
  is_enabled = var.enabled == "true"
  is_large   = "large" != var.size
}
