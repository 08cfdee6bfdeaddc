variable "names" {
  type    = list(string)
  default = null
}

variable "size" {
  type     = number
  nullable = true
  default  = null
}

variable "stage" {
  type    = number
  default = local.stage
}

variable "old" {
  type    = "list"
  default = "a"
}

variable "free" {
  default = []
}

locals {
  stage = 1
}
