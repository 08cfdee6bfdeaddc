variable "enabled" {
  type = bool
}

variable "name" {
  type = string
}

variable "sizes" {
  type = object({
    small = number # in GB
    large = optional(number)
    max   = number
  })
}

variable "count_of_servers" {
  type = number
}

variable "zones" {
  type = list(string)
}

variable "nothing" {
  type = "a list of ${names}"
}

variable "broken" {
  type = "list(string"
}
