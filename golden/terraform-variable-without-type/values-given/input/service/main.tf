variable "name" {
  default = "web"
}

variable "count_" {
  default = "2"
}

variable "enabled" {
  default = false
}
