# Network
#
# Where things are.

/* Zones that were ordered. */
// See the network plan.
locals {
  # agreed
  # No Local Zones.
  # Add us-east-2d when it exists.
  # Three, for quorum.
  # End of zones.
  availability_zones = [
    "us-east-2a", # the first
    "us-east-2b",
    # The newest.
    "us-east-2c",
  ] # all of them
}   # data

# Subnets

resource "aws_ebs_volume" "data" {
  availability_zone = local.availability_zones[0] # the first zone
  size              = 20
}
