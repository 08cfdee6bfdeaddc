# Zones of the network plan.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name = "zone-name"
    # Three, for quorum.
    values = [
      "us-east-2a",
      "us-east-2b",
      "us-east-2c", # the newest
    ]
  }
}

resource "aws_ebs_volume" "data" {
  count             = 3
  availability_zone = data.aws_availability_zones.available.names[count.index]
  size              = 20

  depends_on = [
    data.aws_availability_zones.available,
  ]
}
