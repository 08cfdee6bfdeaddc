variable "region" {
  type    = "string"
  default = "us-east-2"
}

variable "subnet_ids" {
  type = "list"
}

variable "tags" {
  type    = "map"
  default = {}
}
