locals {
  region = "eu-west-1"
  zones  = ["eu-west-1a", "eu-west-1b", "eu-central-1c"]
  others = ["us-east-1a", "us-east-1b"]
  subnets = {
    a = { zone = "eu-west-1a", cidr = "10.0.11.0/24" }
    b = { zone = "eu-west-2b", cidr = "10.0.12.0/24" }
  }
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

provider "aws" {
  region = local.region
}

resource "aws_subnet" "counted" {
  count = length(local.zones)

  vpc_id            = var.vpc_id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = local.zones[count.index]
}

resource "aws_subnet" "keyed" {
  for_each = local.subnets

  vpc_id            = var.vpc_id
  cidr_block        = each.value.cidr
  availability_zone = each.value.zone
}

resource "aws_subnet" "as_many_as_given" {
  count = length(var.subnets)

  vpc_id            = var.vpc_id
  cidr_block        = var.subnets[count.index]
  availability_zone = element(local.others, count.index)
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"

  azs = local.others
}
