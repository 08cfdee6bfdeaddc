variable "name" {
  type     = string
  nullable = false
  default  = "web"
}

variable "label" {
  type = string
}
