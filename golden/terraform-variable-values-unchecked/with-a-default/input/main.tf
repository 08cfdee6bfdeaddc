variable "stage" {
  type        = string
  description = "Must be test or live."
  default     = "test"
}
