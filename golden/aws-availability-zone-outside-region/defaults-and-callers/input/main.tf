variable "region" {
  type    = string
  default = "us-east-2"
}

variable "zones" {
  type    = list(string)
  default = ["us-west-2a", "us-west-2b"]
}

provider "aws" {
  region = var.region
}

resource "aws_ebs_volume" "literal" {
  availability_zone = "us-west-2a"
  size              = 20
}

resource "aws_ebs_volume" "counted" {
  count = length(var.zones)

  availability_zone = element(var.zones, count.index)
  size              = 20
}

resource "aws_ebs_volume" "composed" {
  availability_zone = "${var.region}a"
  size              = 20
}

module "volume" {
  source = "./volume"

  zone = "us-west-2c"
}
