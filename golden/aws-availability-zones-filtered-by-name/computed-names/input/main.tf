locals {
  zones   = ["us-east-2a", "us-east-2b"]
  letters = ["c", "b", "a"]
}

# The zones of the network.
data "aws_availability_zones" "local" {
  state = "available"

  filter {
    name   = "zone-name"
    values = local.zones
  }
}

data "aws_availability_zones" "joined" {
  filter {
    name   = "zone-name"
    values = concat(local.zones, ["us-east-2c"])
  }
}

data "aws_availability_zones" "looped" {
  filter {
    name   = "zone-name"
    values = [for letter in local.letters : "us-east-2${letter}"]
  }
}

data "aws_availability_zones" "formatted" {
  filter {
    name   = "zone-name"
    values = formatlist("us-east-2%s", ["a", "b", "b"])
  }
}
