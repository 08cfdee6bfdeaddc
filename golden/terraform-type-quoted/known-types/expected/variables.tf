variable "region" {
  type    = string
  default = "us-east-2"
}

variable "subnet_ids" {
  type = list(any)
}

variable "tags" {
  type    = map(any)
  default = {}
}
