data "aws_availability_zones" "chosen" {
  state = "available"

  filter {
    name   = "zone-name"
    values = var.zones
  }
}

data "aws_availability_zones" "partly_chosen" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", var.zones[0]]
  }
}

data "aws_availability_zones" "composed" {
  filter {
    name   = "zone-name"
    values = ["${var.region}${var.letter}", "${var.region}*"]
  }
}

data "aws_availability_zones" "by_another_name" {
  filter {
    name   = var.by
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "dynamic" {
  dynamic "filter" {
    for_each = var.zones == null ? [] : [var.zones]

    content {
      name   = "zone-name"
      values = filter.value
    }
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.chosen.names[0]
  size              = 20
}

variable "letter" {
  type = string
}

variable "by" {
  type = string
}
