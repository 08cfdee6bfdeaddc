resource "terraform_data" "one" {
  count    = 1
  for_each = toset(["a"])
}

module "both" {
  for_each = toset(["a"])
  source   = "example.org/a/b/c"
  count    = 1
}
