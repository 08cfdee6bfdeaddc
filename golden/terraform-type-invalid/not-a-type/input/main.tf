variable "a" {
  type = strang
}

variable "b" {
  type = list(string, number)
}

variable "c" {
  type = object(string)
}

variable "d" {
  type = optional(string)
}

variable "e" {
  type = set
}

variable "f" {
  type = list("string")
}

variable "g" {
  type = tuple(string)
}

variable "h" {
  type = array(string)
}

variable "i" {
  type = object({
    name = string
    name = number
  })
}
