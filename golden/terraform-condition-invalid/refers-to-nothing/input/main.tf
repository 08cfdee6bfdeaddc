variable "region" {
  type = string

  validation {
    condition     = true
    error_message = "It needs a region."
  }
}

variable "stage" {
  type = string

  validation {
    condition     = var.region != ""
    error_message = "It needs a stage."
  }
}

output "region" {
  value = var.region

  precondition {
    condition     = length("eu") == 2
    error_message = "It needs a region."
  }
}

check "health" {
  assert {
    condition     = alltrue([for one in [1, 2] : one > 0])
    error_message = "It is not healthy."
  }
}
