variable "zones" {
  type = list(string)
}

variable "servers" {
  type = map(object({
    zones = optional(list(string), [])
  }))
  default = {}
}

locals {
  zones = tolist(["us-east-2a"])
  note  = "list(1, 2) and map()"
}
