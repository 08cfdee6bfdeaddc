variable "stage" {
  type = string

  validation {
    condition     = contains(["test", "live"], var.stage)
    error_message = "Not ${var.stage}."
  }
}

variable "port" {
  type = number

  validation {
    condition     = var.port > 1023
    error_message = "Must be > 1023."
  }
}
