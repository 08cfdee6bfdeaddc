variable "stage" {
  type = any

  validation {
    condition     = var.stage.is_live
    error_message = var.stage.message
  }

  validation {
    condition     = var.stage == "live" ? "true" : "false"
    error_message = "Only live, not ${var.stage}."
  }

  validation {
    condition     = can(regex("^[a-z]+$", var.stage))
    error_message = join(" ", ["Not", var.stage])
  }
}
