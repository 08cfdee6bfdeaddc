data "aws_availability_zones" "checked" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }

  lifecycle {
    postcondition {
      condition     = length(self.names) == 2
      error_message = "A zone is missing."
    }
  }
}

data "aws_availability_zones" "overridden" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "failing" {
  state = "impaired"

  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_availability_zones.checked.names[0]
  size              = 20
}

output "impaired_zones" {
  value = data.aws_availability_zones.failing.names
}
