resource "aws_ebs_volume" "local" {
  availability_zone = local.zones[0]
  size              = 20
}

resource "aws_ebs_volume" "joined" {
  count = length(local.availability_zones)

  availability_zone = local.availability_zones[count.index]
  size              = 20
}

resource "aws_ebs_volume" "looped" {
  for_each = toset(local.availability_zones_looped)

  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "formatted" {
  availability_zone = element(local.zones, 1)
  size              = 20
}
