data "aws_availability_zones" "one" {
  count = 1

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "maybe" {
  count = var.zones == null ? 1 : 0

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "each" {
  for_each = toset(["blue", "green"])

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

variable "zones" {
  type    = list(string)
  default = null
}

resource "aws_ebs_volume" "one" {
  count             = 2
  availability_zone = data.aws_availability_zones.one[0].names[count.index]
  size              = 20

  depends_on = [data.aws_availability_zones.one[0]]
}

resource "aws_ebs_volume" "maybe" {
  availability_zone = try(data.aws_availability_zones.maybe[0].names[0], var.zones[0])
  size              = 20
}

resource "aws_ebs_volume" "each" {
  for_each          = data.aws_availability_zones.each
  availability_zone = each.value.names[0]
  size              = 20
}

output "green_zones" {
  value = data.aws_availability_zones.each["green"].names
}
