variable "names" {
  type = list(string)
}

variable "size" {
  type = number
}

variable "setting" {
  type = object({ name = string })
}

locals {
  text      = "app-${var.names}"
  sum       = var.names + 1
  word      = var.size + "many"
  negated   = !var.names
  condition = var.names ? 1 : 2
  branches  = var.size > 1 ? var.names : "none"
  loop      = [for one in var.size : one]
  nothing   = "app-${null}"
  twice     = { for name in ["a", "a"] : name => 1 }
  and       = var.setting && true
}
