variable "label" {
  type = string

  validation {
    condition     = var.label != ""
    error_message = "A label is wanted."
  }
}
