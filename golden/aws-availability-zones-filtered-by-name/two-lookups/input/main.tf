data "aws_availability_zones" "web" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b", "us-east-2c"]
  }
}

data "aws_availability_zones" "batch-jobs" {
  filter {
    name   = "zone-name"
    values = ["us-east-2c"]
  }
}

data "aws_availability_zones" "web_again" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b", "us-east-2c"]
  }
}

resource "aws_ebs_volume" "web" {
  for_each          = setunion(data.aws_availability_zones.web.names, data.aws_availability_zones.batch-jobs.names)
  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "logs" {
  count             = length(data.aws_availability_zones.web_again.names)
  availability_zone = data.aws_availability_zones.web_again.names[count.index]
  size              = 20
}
