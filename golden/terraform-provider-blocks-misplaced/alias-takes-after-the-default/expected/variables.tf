variable "name" {
  type        = string
  description = "Name of the shop"
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}

locals {
  team = "shop"
}
