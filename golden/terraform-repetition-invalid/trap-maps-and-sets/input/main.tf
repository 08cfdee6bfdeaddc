variable "anything" {}

variable "users" {
  type = map(object({ name = string }))
}

variable "enabled" {
  type = bool
}

locals {
  names = toset(["a", "b"])
}

resource "terraform_data" "map" {
  for_each = var.users
}

resource "terraform_data" "set" {
  for_each = local.names
}

resource "terraform_data" "any" {
  for_each = var.anything
}

resource "terraform_data" "conditional" {
  for_each = var.enabled ? local.names : []
}

resource "terraform_data" "object" {
  for_each = { a = 1, b = "x" }
}

resource "terraform_data" "count" {
  count = var.enabled ? 1 : 0
}

resource "terraform_data" "text" {
  count = "2"
}

resource "terraform_data" "loop" {
  for_each = { for user in var.anything : user.name => user }
}
