variable "anything" {}

variable "tags" {
  type = map(string)
}

variable "setting" {
  type    = any
  default = { name = "a" }
}

locals {
  a = var.anything.a[0].b
  b = var.tags.Name
  c = try(var.tags.a.b, null)
  d = var.setting.size
  e = jsondecode("{\"a\": 1}").a
  f = one(var.anything[*].id)
}
