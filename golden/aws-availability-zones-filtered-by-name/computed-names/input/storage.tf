resource "aws_ebs_volume" "local" {
  availability_zone = data.aws_availability_zones.local.names[0]
  size              = 20
}

resource "aws_ebs_volume" "joined" {
  count = length(data.aws_availability_zones.joined.names)

  availability_zone = data.aws_availability_zones.joined.names[count.index]
  size              = 20
}

resource "aws_ebs_volume" "looped" {
  for_each = toset(data.aws_availability_zones.looped.names)

  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "formatted" {
  availability_zone = element(data.aws_availability_zones.formatted.names, 1)
  size              = 20
}
