variable "names" {
  type = list(string)
}

locals {
  zones = ["a", "b"]
}

resource "terraform_data" "literal" {
  for_each = toset(["ann", "bob"]) # two users

  input = each.value
}

resource "terraform_data" "variable" {
  for_each = toset(var.names)

  input = each.key
}

resource "terraform_data" "local" {
  for_each = toset(local.zones)

  input = each.value
}

resource "terraform_data" "loop" {
  for_each = toset([for zone in local.zones : "eu-${zone}"])

  input = each.value
}
