locals {
  names = ["a", "b"] # two of them
  count = lenght(local.names)
  upper = [for name in local.names : uper(name)]
  both  = merg({ a = lenght(local.names) }, {})
}

output "all" {
  value = {
    names = local.upper
    count = local.count
    both  = local.both
  }
}
