locals {
  stage  = terraform.env
  folder = "${path.modules}/files"
  file   = file("${path}/x")
}

resource "terraform_data" "one" {
  for_each = toset(["a"])
  input    = each.val
}
