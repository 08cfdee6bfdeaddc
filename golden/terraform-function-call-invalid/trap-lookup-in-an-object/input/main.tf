variable "context" {
  type = object({
    subnets   = optional(map(string), {})
    locations = optional(map(string), {})
  })
  default = {}
}

locals {
  # An object, of which `lookup` gives an attribute of any type, or else the default.
  context = {
    for name, values in var.context : name => { for key, value in values : "${name}:${key}" => value }
  }
  link = lookup(local.context, "https://example.org/subnets/a", "https://example.org/subnets/a")
}

output "subnet" {
  value = lookup(local.context.subnets, local.link, local.link)
}
