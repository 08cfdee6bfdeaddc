variable "region" {
  type    = string
  default = "us-east-2"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "east"
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_ebs_volume" "as_the_file_says" {
  availability_zone = "us-west-2a"
  size              = 20
}

module "east" {
  source = "./volume"

  location = "us-east-1a"

  providers = {
    aws = aws.east
  }
}

module "west" {
  source = "./volume"

  location = "us-west-2a"

  providers = {
    aws = aws.west
  }
}
