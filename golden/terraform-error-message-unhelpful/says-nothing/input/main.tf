variable "stage" {
  type = string

  validation {
    condition     = contains(["test", "live"], var.stage)
    error_message = "Invalid value."
  }
}
