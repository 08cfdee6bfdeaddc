variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "product" {
  type        = string
  description = "What it is for."
}

variable "is_ordered" {
  type    = bool
  default = false
}

variable "ports" {
  type    = list(number)
  default = [443]
}

variable "topics" {
  type    = set(string)
  default = ["one"]
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "settings" {
  type = object({ place = string })
}
