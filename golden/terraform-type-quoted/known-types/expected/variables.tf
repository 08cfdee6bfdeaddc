variable "region" {
  type    = string
  default = "us-east-2"
}

variable "subnet_ids" {
  type = list(string)
}

variable "tags" {
  type    = map(string)
  default = {}
}
