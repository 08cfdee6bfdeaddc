locals {
  first_two = slice(data.aws_availability_zones.available.names, 0, 2)
  by_zone   = { for index, zone in data.aws_availability_zones.available.names : zone => index }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count             = length(data.aws_availability_zones.available.names)
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]

  tags = {
    Name = "public-${data.aws_availability_zones.available.names[count.index]}"
  }
}

resource "aws_subnet" "private" {
  for_each          = toset(data.aws_availability_zones.available.names[*])
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 100 + local.by_zone[each.key])
  availability_zone = each.value

  depends_on = [data.aws_availability_zones.available, aws_subnet.public]
}

resource "aws_ebs_volume" "data" {
  count             = 5
  availability_zone = element(data.aws_availability_zones.available.names, count.index)
  size              = 20

  depends_on = [data.aws_availability_zones.available]
}

resource "aws_db_instance" "main" {
  identifier        = "main"
  allocated_storage = 20
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  availability_zone = data.aws_availability_zones.available.names.0
  username          = "root"
  password          = var.password

  depends_on = [
    aws_subnet.private, # its subnets come first
    # so do the zones
    data.aws_availability_zones.available, # known late
    data.aws_region.current,
  ]
}

resource "aws_instance" "bastion" {
  ami               = var.ami
  instance_type     = "t3.micro"
  availability_zone = var.first ? data.aws_availability_zones.available.names[0] : null
  user_data         = <<-EOT
    #!/bin/sh
    echo "zones: ${join(",", data.aws_availability_zones.available.names)}" > /etc/zones
    %{for zone in data.aws_availability_zones.available.names~}
    echo ${zone}
    %{endfor~}
  EOT

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, var.bastion_zone)
      error_message = "The zone is one of ${join(", ", data.aws_availability_zones.available.names)}."
    }
  }
}

module "cache" {
  source = "./cache"
  zones  = data.aws_availability_zones.available.names
}
