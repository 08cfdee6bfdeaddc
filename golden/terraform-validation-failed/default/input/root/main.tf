terraform {
  backend "s3" {}
}

variable "size" {
  type    = number
  default = 0

  validation {
    condition     = var.size > 0
    error_message = "At least one."
  }
}

output "size" {
  value = var.size
}
