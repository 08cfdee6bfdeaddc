locals {
  tags = map(var.pairs...)
  odd  = map("Name")
}
