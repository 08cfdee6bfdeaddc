data "aws_availability_zones" "available" {}

resource "aws_subnet" "zone" {
  count             = length(data.aws_availability_zones.available.names)
  vpc_id            = var.vpc_id
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

data "aws_ami" "ubuntu" {
  owners = ["099720109477"]
}

output "device" {
  value = data.aws_ami.ubuntu.product_codes[0]
}
