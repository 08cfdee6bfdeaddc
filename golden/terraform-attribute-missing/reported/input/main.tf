variable "subnet" {
  type = object({
    id    = string
    zone  = string
    ports = optional(list(number))
  })
}

variable "subnets" {
  type = list(object({ id = string }))
}

variable "names" {
  type = set(string)
}

locals {
  setting  = { name = "app", size = 2 }
  misspelt = var.subnet.zones
  of_list  = var.subnets.id
  of_text  = var.subnet.id.name
  in_splat = var.subnets[*].name
  in_loop  = [for subnet in var.subnets : subnet.zone]
  in_set   = var.names[0]
  by_word  = var.subnets["a"]
  beyond   = ["a", "b"][2]
  key      = local.setting["nmae"]
}
