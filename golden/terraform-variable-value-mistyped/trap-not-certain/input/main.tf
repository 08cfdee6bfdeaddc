variable "zones" {
  type = list(string)
}

variable "size" {
  type    = number
  default = 1
}

variable "server" {
  type = object({
    name = string
    size = optional(number, 1)
  })
  default = null
}

variable "secret" {
  type     = string
  nullable = false
}

variable "anything" {
  type    = any
  default = null
}

output "zones" {
  value = var.zones
}
