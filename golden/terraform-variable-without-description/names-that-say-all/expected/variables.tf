variable "vpc_id" {
  type        = string
  description = "ID of the VPC"
}

# ---------------------------------------------------------------------
# Tags
# ---------------------------------------------------------------------
variable "tags" {
  type        = map(string)
  description = "Tags to put on the resources"
  default     = {}
}
