variable "zones" {
  type    = list(string)
  default = ["us-east-2a", "us-east-2b"]
}

variable "patterns" {
  type    = list(string)
  default = ["us-east-2*"]
}

data "aws_availability_zones" "chosen" {
  filter {
    name   = "zone-name"
    values = var.zones
  }
}

data "aws_availability_zones" "by_pattern" {
  filter {
    name   = "zone-name"
    values = var.patterns
  }
}

data "aws_availability_zones" "dynamic" {
  dynamic "filter" {
    for_each = [1]

    content {
      name   = "zone-name"
      values = ["us-east-2a", "us-east-2b"]
    }
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.chosen.names[0]
  size              = 20
}

resource "aws_ebs_volume" "more" {
  availability_zone = data.aws_availability_zones.dynamic.names[0]
  size              = 20
}

resource "aws_ebs_volume" "any" {
  availability_zone = data.aws_availability_zones.by_pattern.names[0]
  size              = 20
}
