variable "setting" {
  type = object({
    name = string
    size = optional(number)
    disk = optional(object({ type = string }), { type = "gp3" })
  })
}

variable "old_list" {
  type = list(any)
}

locals {
  size  = var.setting.size
  disk  = var.setting.disk.type
  first = var.old_list[0]
  index = var.old_list.0
}
