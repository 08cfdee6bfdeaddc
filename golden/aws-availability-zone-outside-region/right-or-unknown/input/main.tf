variable "region" {
  type = string
}

variable "blue" {
  type = bool
}

locals {
  zones_by_region = {
    us-east-1 = ["us-east-1a", "us-east-1b"]
    us-west-2 = ["us-west-2a", "us-west-2b"]
  }
  mixed = ["us-east-1a", "us-west-2a"]
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "fixed"
  region = "us-east-1"
}

provider "aws" {
  alias  = "local"
  region = "us-east-1"

  endpoints {
    ec2 = "http://localhost:4566"
  }
}

resource "aws_ebs_volume" "unknown" {
  availability_zone = "us-west-2a"
  size              = 20
}

resource "aws_ebs_volume" "right" {
  provider          = aws.fixed
  availability_zone = "us-east-1f"
  size              = 20
}

resource "aws_ebs_volume" "by_region" {
  provider          = aws.fixed
  availability_zone = local.zones_by_region[var.region][0]
  size              = 20
}

resource "aws_ebs_volume" "one_of" {
  provider          = aws.fixed
  availability_zone = element(local.mixed, var.blue ? 1 : 0)
  size              = 20
}

resource "aws_ebs_volume" "never" {
  count = 0

  provider          = aws.fixed
  availability_zone = "us-west-2a"
  size              = 20
}

resource "aws_ebs_volume" "elsewhere" {
  count = var.region == "us-west-2" ? 1 : 0

  provider          = aws.fixed
  availability_zone = "us-west-2a"
  size              = 20
}

resource "aws_ebs_volume" "not_of_aws" {
  provider          = aws.local
  availability_zone = "nova-1a"
  size              = 20
}

module "told_its_region" {
  source  = "example.com/network/aws"
  version = "1.0.0"

  providers = {
    aws = aws.fixed
  }

  region = "us-west-2"
  azs    = ["us-west-2a", "us-west-2b"]
}

module "objects" {
  source  = "example.com/network/aws"
  version = "1.0.0"

  providers = {
    aws = aws.fixed
  }

  zones = [{ name = "us-west-2a" }]
}
