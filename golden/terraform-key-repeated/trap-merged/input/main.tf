locals {
  defaults = { size = 1, name = "a" }
  all      = merge(local.defaults, { size = 2 })
  loop     = { for name in ["a", "a"] : name => 1... }
}
