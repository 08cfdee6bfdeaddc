# Network
#
# Where things are.

/* Zones that were ordered. */
// See the network plan.
data "aws_availability_zones" "available" { # agreed
  # No Local Zones.
  state = "available" # and up

  # Add us-east-2d when it exists.

  filter {
    name = "zone-name" # not zone-id
    # Three, for quorum.
    values = [
      "us-east-2a", # the first
      "us-east-2b",
      # The newest.
      "us-east-2c",
    ] # all of them
  }

  # End of zones.
} # data

# Subnets

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.available.names[0] # the first zone
  size              = 20
}
