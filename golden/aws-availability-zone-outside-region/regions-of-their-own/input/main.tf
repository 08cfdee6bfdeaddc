terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_ebs_volume" "abroad" {
  region            = "us-west-2"
  availability_zone = "us-west-2a"
  size              = 20
}

resource "aws_ebs_volume" "lost" {
  region            = "us-west-2"
  availability_zone = "eu-west-1a"
  size              = 20
}

resource "aws_efs_file_system" "main" {
  availability_zone_name = "eu-west-1a"
}

resource "aws_efs_replication_configuration" "main" {
  source_file_system_id = aws_efs_file_system.main.id

  destination {
    availability_zone_name = "us-west-2b"
    region                 = "us-west-2"
  }
}
