variable "stage" {
  type = string

  validation {
    condition     = contains(["test", "live"], var.stage)
    error_message = "The stage is not valid!"
  }
}

output "stage" {
  value = var.stage

  precondition {
    condition     = var.stage != "test"
    error_message = "Error"
  }
}
