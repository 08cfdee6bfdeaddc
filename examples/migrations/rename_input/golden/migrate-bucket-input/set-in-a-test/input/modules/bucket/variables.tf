variable "name" {
  description = "The name of the bucket."
  type        = string
}

# Objects that are written over or deleted can be had back.
variable "versioned" {
  description = "Whether the bucket keeps old versions of objects."
  type        = bool
  default     = true

  validation {
    condition     = var.versioned || !startswith(var.name, "audit-")
    error_message = "Buckets of audits keep old versions."
  }
}
