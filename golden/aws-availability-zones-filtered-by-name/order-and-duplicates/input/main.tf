data "aws_availability_zones" "unsorted" {
  filter {
    name   = "zone-name"
    values = ["us-east-2c", "us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "twice" {
  filter {
    name   = "zone-name"
    values = ["us-east-2b", "us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "with_comments" {
  filter {
    name = "zone-name"
    values = [
      "us-east-2c", # has the GPU instances
      "us-east-2b",
    ]
  }
}

data "aws_availability_zones" "single" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a"]
  }
}

resource "aws_ebs_volume" "data" {
  for_each          = toset(data.aws_availability_zones.unsorted.names)
  availability_zone = each.value
  size              = 20
}

resource "aws_ebs_volume" "logs" {
  count             = 2
  availability_zone = data.aws_availability_zones.twice.names[count.index]
  size              = 20
}

resource "aws_ebs_volume" "models" {
  availability_zone = data.aws_availability_zones.with_comments.names[1]
  size              = 20
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = data.aws_availability_zones.single.names[0]
  size              = 20
}
