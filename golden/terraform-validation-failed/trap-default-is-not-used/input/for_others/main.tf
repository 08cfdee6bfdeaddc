variable "width" {
  type    = number
  default = 0

  validation {
    condition     = var.width > 0
    error_message = "At least one."
  }
}
