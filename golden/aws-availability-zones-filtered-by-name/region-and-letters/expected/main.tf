variable "region" {
  type    = string
  default = "us-east-2"
}

provider "aws" {
  region = var.region
}

locals {
  availability_zones = ["${var.region}a", "${var.region}b", "${var.region}c"]
}

resource "aws_ebs_volume" "data" {
  for_each = toset(local.availability_zones)

  availability_zone = each.value
  size              = 20
}
