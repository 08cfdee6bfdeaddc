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
  count = var.names != [] ? 1 : 0 # if there are names
}

locals {
  no_tags  = var.tags == {}
  no_zones = var.zones == []
  no_rest  = [] == concat(var.names, tolist(["a"]))
}
