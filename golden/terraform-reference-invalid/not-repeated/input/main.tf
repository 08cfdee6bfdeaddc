resource "terraform_data" "one" {
  input = each.key
}

resource "terraform_data" "two" {
  for_each = toset(["a"])
  input    = count.index
}

resource "terraform_data" "three" {
  count = count.index
}

output "key" {
  value = each.value
}

locals {
  own = self.id
}
