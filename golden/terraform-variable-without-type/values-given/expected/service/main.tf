variable "name" {
  default = "web"
}

variable "count_" {
  type    = string
  default = "2"
}

variable "enabled" {
  default = false
}
