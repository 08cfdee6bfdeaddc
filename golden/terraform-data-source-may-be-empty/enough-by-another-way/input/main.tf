data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_subnets" "private" {}

data "aws_security_groups" "web" {}

variable "zones" {
  type    = number
  default = 3
}

locals {
  azs    = slice(data.aws_availability_zones.available.names, 0, min(3, length(data.aws_availability_zones.available.names)))
  subnet = try(sort(data.aws_subnets.private.ids)[0], null)
}

# Every region has a zone, and the index wraps around.
resource "aws_ebs_volume" "wrapped" {
  count = 5

  availability_zone = element(data.aws_availability_zones.available.names, count.index)
  size              = 20
}

resource "aws_ebs_volume" "as_many" {
  count = length(local.azs)

  availability_zone = local.azs[count.index]
  size              = 20
}

resource "aws_ebs_volume" "never" {
  count = 0

  availability_zone = data.aws_availability_zones.available.names[count.index + 5]
  size              = 20
}

output "groups" {
  value = join(",", sort(data.aws_security_groups.web.ids))
}

# A region with six zones.
provider "aws" {
  alias  = "virginia"
  region = var.region
}

variable "region" {
  type    = string
  default = "us-east-1"
}

data "aws_availability_zones" "virginia" {
  provider = aws.virginia
}

output "third" {
  value = data.aws_availability_zones.virginia.names[2]
}
