variable "region" {
  type = string
}

variable "service_cidr" {
  type = string
}

variable "vpc_cidr" {
  type = string
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "dns"
  region = var.region
}

locals {
  dns_service_ip = cidrhost(var.service_cidr, 10)
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = cidrsubnet(var.vpc_cidr, 8, 1)
}

output "dns_service_ip" {
  value = local.dns_service_ip
}
