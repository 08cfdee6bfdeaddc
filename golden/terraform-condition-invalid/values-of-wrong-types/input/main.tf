variable "zones" {
  type = list(string)

  validation {
    condition     = [var.zones]
    error_message = "Name a zone."
  }

  validation {
    condition     = length(var.zones)
    error_message = var.zones
  }
}

output "zones" {
  value = var.zones

  precondition {
    condition     = var.zones
    error_message = "Name a zone."
  }
}
