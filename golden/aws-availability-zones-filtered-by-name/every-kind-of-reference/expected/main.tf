locals {
  first_two = slice(local.availability_zones, 0, 2)
  by_zone   = { for index, zone in local.availability_zones : zone => index }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count             = length(local.availability_zones)
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = local.availability_zones[count.index]

  tags = {
    Name = "public-${local.availability_zones[count.index]}"
  }
}

resource "aws_subnet" "private" {
  for_each          = toset(local.availability_zones[*])
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 100 + local.by_zone[each.key])
  availability_zone = each.value

  depends_on = [aws_subnet.public]
}

resource "aws_ebs_volume" "data" {
  count             = 5
  availability_zone = element(local.availability_zones, count.index)
  size              = 20
}

resource "aws_db_instance" "main" {
  identifier        = "main"
  allocated_storage = 20
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  availability_zone = local.availability_zones.0
  username          = "root"
  password          = var.password

  depends_on = [
    aws_subnet.private, # its subnets come first
    data.aws_region.current,
  ]
}

resource "aws_instance" "bastion" {
  ami               = var.ami
  instance_type     = "t3.micro"
  availability_zone = var.first ? local.availability_zones[0] : null
  user_data         = <<-EOT
    #!/bin/sh
    echo "zones: ${join(",", local.availability_zones)}" > /etc/zones
    %{for zone in local.availability_zones~}
    echo ${zone}
    %{endfor~}
  EOT

  lifecycle {
    precondition {
      condition     = contains(local.availability_zones, var.bastion_zone)
      error_message = "The zone is one of ${join(", ", local.availability_zones)}."
    }
  }
}

module "cache" {
  source = "./cache"
  zones  = local.availability_zones
}
