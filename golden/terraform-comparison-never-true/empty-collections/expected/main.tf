variable "names" {
  type    = list(string)
  default = []
}

variable "tags" {
  type     = map(string)
  nullable = false
}

variable "zones" {
  type    = set(string)
  default = null
}

resource "terraform_data" "any" {
  count = length(var.names) != 0 ? 1 : 0 # if there are names
}

locals {
  no_tags  = length(var.tags) == 0
  no_zones = var.zones == []
  no_rest  = length(concat(var.names, tolist(["a"]))) == 0
}
