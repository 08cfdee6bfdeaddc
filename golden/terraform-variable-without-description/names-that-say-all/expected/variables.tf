variable "vpc_id" {
  description = "ID of the VPC"
  type        = string
}

# ---------------------------------------------------------------------
# Tags
# ---------------------------------------------------------------------
variable "tags" {
  description = "Tags to put on the resources"
  type        = map(string)
  default     = {}
}
