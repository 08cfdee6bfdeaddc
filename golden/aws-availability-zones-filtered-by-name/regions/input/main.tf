provider "aws" {
  region = "us-east-2"
}

provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

data "aws_availability_zones" "primary" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

data "aws_availability_zones" "replica" {
  provider = aws.replica
  state    = "available"

  filter {
    name   = "zone-name"
    values = ["us-west-2a", "us-west-2b"]
  }
}

# Found nowhere as long as the provider looks in us-east-2.
data "aws_availability_zones" "elsewhere" {
  filter {
    name   = "zone-name"
    values = ["eu-west-1a"]
  }
}

resource "aws_ebs_volume" "primary" {
  count             = 2
  availability_zone = data.aws_availability_zones.primary.names[count.index]
  size              = 20
}

resource "aws_ebs_volume" "replica" {
  provider          = aws.replica
  count             = 2
  availability_zone = data.aws_availability_zones.replica.names[count.index]
  size              = 20
}

resource "aws_ebs_volume" "elsewhere" {
  count             = length(data.aws_availability_zones.elsewhere.names)
  availability_zone = data.aws_availability_zones.elsewhere.names[count.index]
  size              = 20
}
