variable "name" {
  type     = string
  nullable = false
  default  = null
}

variable "server" {
  type = object({
    name = string
    size = optional(number, "large")
  })
}
