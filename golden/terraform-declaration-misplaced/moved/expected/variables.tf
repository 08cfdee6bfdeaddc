variable "size" {
  type    = number
  default = 1
}

# The name of everything.
variable "name" {
  type = string
}

variable "lost" {
  type    = number
  default = 1
}
