variable "enabled" {
  type = boolean
}

variable "name" {
  type = String
}

variable "sizes" {
  type = object({
    small = int # in GB
    large = optional(integer)
    "max" = number
  })
}

variable "count_of_servers" {
  type = "number"
}

variable "zones" {
  type = "list(string)"
}

variable "nothing" {
  type = "a list of ${names}"
}

variable "broken" {
  type = "list(string"
}
