variable "name" {
  type        = string
  description = "Name of the shop"
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}

variable "us_east_1_region" {
  type        = string
  description = "Region of the provider configuration aws.us_east_1"
  default     = "us-east-1"
}

locals {
  team = "shop"
}
