locals {
  zones   = ["us-east-2a", "us-east-2b"]
  letters = ["c", "b", "a"]
}

locals {
  availability_zones = concat(local.zones, ["us-east-2c"])
}

locals {
  availability_zones_looped = sort([for letter in local.letters : "us-east-2${letter}"])
}
