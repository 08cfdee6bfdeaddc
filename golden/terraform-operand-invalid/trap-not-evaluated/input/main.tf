locals {
  enabled = false
  value   = local.enabled ? "x" + 1 : 0
  maybe   = can("a" + 1)
  empty   = [for one in [] : one + "x"]
}
