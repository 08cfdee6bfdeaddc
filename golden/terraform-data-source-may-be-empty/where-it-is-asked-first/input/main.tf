data "aws_subnets" "private" {}

data "aws_instances" "web" {}

data "aws_security_groups" "web" {}

data "aws_vpcs" "all" {}

data "aws_route_tables" "main" {}

data "aws_ebs_volumes" "data" {}

locals {
  has_vpc = length(data.aws_vpcs.all.ids) > 0
  firsts  = [for id in data.aws_instances.web.ids : data.aws_instances.web.ids[0]]
}

resource "aws_instance" "web" {
  for_each = length(data.aws_subnets.private.ids) > 0 ? { x = 1 } : {}

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = data.aws_subnets.private.ids[0]

  dynamic "network_interface" {
    for_each = slice(data.aws_security_groups.web.ids, 0, min(1, length(data.aws_security_groups.web.ids)))
    content {
      device_index         = 0
      network_interface_id = data.aws_security_groups.web.ids[0]
    }
  }
}

module "peering" {
  source   = "./peering"
  for_each = toset(local.has_vpc ? ["main"] : [])
  vpc_id   = data.aws_vpcs.all.ids[0]
}

check "routes" {
  assert {
    condition     = data.aws_route_tables.main.ids[0] != ""
    error_message = "There is no route table."
  }
}

resource "terraform_data" "backup" {
  provisioner "local-exec" {
    command = "backup ${data.aws_ebs_volumes.data.ids[0]}"
  }
}
