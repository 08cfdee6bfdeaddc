variable "size" {
  type    = number
  default = "3"
}

variable "name" {
  type    = string
  default = 5
}

variable "enabled" {
  type    = bool
  default = "true"
}

variable "names" {
  type    = set(string)
  default = ["a", 1, true, "a"]
}

variable "tags" {
  type = map(string)
  default = {
    a = 1
    b = null
    c = true
  }
}

variable "server" {
  type = object({
    name = string
    size = optional(number, "3")
  })
  default = {
    name  = "web"
    extra = []
  }
}

variable "anything" {
  type    = any
  default = {}
}
