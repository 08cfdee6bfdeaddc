variable "region" {
  type    = string
  default = "us-east-2"
}

provider "aws" {
  region = var.region
}

data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["${var.region}a", "${var.region}b", "${var.region}c"]
  }
}

resource "aws_ebs_volume" "data" {
  for_each = toset(data.aws_availability_zones.available.names)

  availability_zone = each.value
  size              = 20
}
