variable "password" {
  type      = string
  sensitive = true
}

variable "ami" {
  type = string
}

variable "first" {
  type = bool
}

variable "bastion_zone" {
  type    = string
  default = "us-east-2a"
}
