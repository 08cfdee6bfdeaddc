variable "sizes" {
  type = map(string)
}

locals {
  size  = var.sizes["web"]
  sizes = [for name in ["web", "api"] : var.sizes[name]]
  zone  = "zone ${merge(var.sizes, { db = "large" })["db"]}"
  inner = var.nested["a"]["b"]
}
