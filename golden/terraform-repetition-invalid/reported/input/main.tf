variable "subnets" {
  type = list(object({ id = string }))
}

variable "ports" {
  type = set(number)
}

variable "secret" {
  type      = set(string)
  sensitive = true
}

variable "name" {
  type = string
}

resource "terraform_data" "objects" {
  for_each = var.subnets

  input = each.value.id
}

resource "terraform_data" "twice" {
  for_each = ["a", "a"]

  input = each.value
}

resource "terraform_data" "numbers" {
  for_each = var.ports

  input = each.value
}

resource "terraform_data" "secret" {
  for_each = var.secret
}

resource "terraform_data" "one" {
  for_each = var.name
}

resource "terraform_data" "none" {
  for_each = null
}

resource "terraform_data" "negative" {
  count = -1
}

resource "terraform_data" "list" {
  count = var.subnets
}

resource "terraform_data" "half" {
  count = 1.5
}

resource "terraform_data" "lists" {
  for_each = [["a"], ["b"]]
}
