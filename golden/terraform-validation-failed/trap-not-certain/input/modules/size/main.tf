variable "size" {
  type = number

  validation {
    condition     = var.size < var.limit
    error_message = "Too large."
  }
}

variable "limit" {
  type = number
}
