variable "zones" {
  type = list(string)
}

variable "region" {
  type = string
}
