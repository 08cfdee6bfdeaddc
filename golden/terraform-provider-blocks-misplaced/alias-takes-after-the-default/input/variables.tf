variable "name" {
  type        = string
  description = "Name of the shop"
}

locals {
  team = "shop"
}
