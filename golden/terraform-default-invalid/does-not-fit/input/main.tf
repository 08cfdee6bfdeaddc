variable "names" {
  type    = list(string)
  default = ""
}

variable "size" {
  type    = number
  default = "large"
}

variable "tags" {
  type    = map(string)
  default = []
}

variable "server" {
  type = object({
    name = string
    size = optional(number)
  })
  default = {
    size = 3
  }
}

variable "enabled" {
  type    = bool
  default = "yes"
}
