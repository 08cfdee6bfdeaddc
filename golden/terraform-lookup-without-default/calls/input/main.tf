variable "sizes" {
  type = map(string)
}

locals {
  size  = lookup(var.sizes, "web")
  sizes = [for name in ["web", "api"] : lookup(var.sizes, name)]
  zone  = "zone ${lookup(merge(var.sizes, { db = "large" }), "db")}"
  inner = lookup(lookup(var.nested, "a"), "b")
}
