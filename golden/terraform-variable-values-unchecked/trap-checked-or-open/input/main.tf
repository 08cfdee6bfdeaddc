variable "environment" {
  type        = string
  description = "One of dev, staging or prod"

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "Use dev, staging or prod."
  }
}

variable "size" {
  type        = string
  description = "One of small or large"
  default     = "medium"
}
