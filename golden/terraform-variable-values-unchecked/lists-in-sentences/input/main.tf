variable "environment" {
  type        = string
  description = "One of dev, staging or prod"
}

variable "tier" {
  type        = string
  description = "The tier. Valid values: `basic` | `standard` | `premium`"
  default     = "basic"
}

variable "mode" {
  type        = string
  description = "How it runs (on-demand/provisioned)"
  default     = "on-demand"
}
