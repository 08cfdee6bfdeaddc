variable "name" {
  description = "The name of the bucket."
  type        = string
}

# Objects that are written over or deleted can be had back.
variable "versioning_enabled" {
  description = "Whether the bucket keeps old versions of objects."
  type        = bool
  default     = true

  validation {
    condition     = var.versioning_enabled || !startswith(var.name, "audit-")
    error_message = "Buckets of audits keep old versions."
  }
}
