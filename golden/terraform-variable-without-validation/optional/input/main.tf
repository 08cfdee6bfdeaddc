variable "vpc_cidr" {
  type    = string
  default = ""
}

variable "peer_cidr" {
  type    = string
  default = null
}

variable "environment" {
  type = string
}

locals {
  sizes = { prod = "m7g.large" }
}

resource "aws_vpc" "main" {
  count      = var.vpc_cidr == "" ? 0 : 1
  cidr_block = var.vpc_cidr
}

resource "aws_vpc" "peer" {
  cidr_block = var.peer_cidr
}

resource "aws_instance" "web" {
  ami           = "ami-0abcdef1234567890"
  instance_type = try(local.sizes[var.environment], "t3.micro")
}
