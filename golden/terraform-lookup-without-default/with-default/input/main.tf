locals {
  size = lookup(var.sizes, "web", "t3.micro")
  own  = provider::tools::lookup(var.sizes, "web")
}
