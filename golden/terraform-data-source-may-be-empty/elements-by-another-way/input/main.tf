data "aws_availability_zones" "counted" {
  state = "available"
}

data "aws_availability_zones" "sliced" {
  state = "available"
}

data "aws_subnets" "sorted" {}

data "aws_subnets" "element" {}

data "aws_security_groups" "by_local" {}

data "aws_vpcs" "now_and_then" {}

data "aws_availability_zones" "by_pattern" {
  filter {
    name   = "zone-name"
    values = ["eu-west-1*"]
  }
}

variable "is_public" {
  type = bool
}

locals {
  zones  = 3
  azs    = slice(data.aws_availability_zones.sliced.names, 0, local.zones)
  groups = tolist(data.aws_security_groups.by_local.ids)
}

resource "aws_subnet" "counted" {
  count = local.zones

  vpc_id            = "vpc-1"
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = data.aws_availability_zones.counted.names[count.index]
}

resource "aws_instance" "sorted" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = sort(data.aws_subnets.sorted.ids)[0]
  vpc_security_group_ids = [local.groups[1]]
}

resource "aws_instance" "element" {
  count = 2

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = element(data.aws_subnets.element.ids, count.index)
}

resource "aws_internet_gateway" "now_and_then" {
  count = var.is_public ? 1 : 0

  vpc_id = tolist(data.aws_vpcs.now_and_then.ids)[count.index]
}

output "first_by_pattern" {
  value = data.aws_availability_zones.by_pattern.names[0]
}
