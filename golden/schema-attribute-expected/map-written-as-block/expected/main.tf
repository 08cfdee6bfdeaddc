resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  # Who pays
  tags = {
    Name = "main" # shown in the console
    Team = "${var.team}"
  }
}

resource "aws_subnet" "a" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "a" }
}

data "template_file" "init" {
  template = "hello"

  vars = {
    team = var.team
  }
} # the script

data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "states"
    key    = "network.tfstate"
    region = "us-east-2"
  }
}

variable "team" {
  type = string
}
