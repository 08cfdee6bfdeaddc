variable "names" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}

locals {
  too_many   = upper("a", "b")
  too_few    = split(var.names[0])
  swapped    = join(var.names, ",")
  not_a_list = concat(var.names, var.tags)
  not_a_map  = lookup(var.names, "a", "")
  text       = cidrsubnet("10.0.0.0", 8, 1)
  nothing    = title(null)
  expanded   = max(var.tags["a"]...)
  far        = nonsense(1)
  in_loop    = [for name in var.names : contains(["a", "b"])]
}
