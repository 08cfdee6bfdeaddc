locals {
  names = ["a", "b"] # two of them
  count = length(local.names)
  upper = [for name in local.names : upper(name)]
  both  = merge({ a = length(local.names) }, {})
}

output "all" {
  value = {
    names = local.upper
    count = local.count
    both  = local.both
  }
}
