data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

resource "aws_default_subnet" "default" {
  for_each          = toset(data.aws_availability_zones.available.names)
  availability_zone = each.value
}

moved {
  from = aws_default_subnet.main
  to   = aws_default_subnet.default["us-east-2a"]
}

import {
  for_each = { (data.aws_availability_zones.available.names[1]) = "subnet-0a1b2c3d" }
  to       = aws_default_subnet.default[each.key]
  id       = each.value
}

check "zones" {
  data "aws_availability_zones" "now" {
    state = "available"
  }

  assert {
    condition     = length(setsubtract(data.aws_availability_zones.available.names, data.aws_availability_zones.now.names)) == 0
    error_message = "A zone is not available."
  }
}
