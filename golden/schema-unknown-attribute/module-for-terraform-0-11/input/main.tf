terraform {
  required_version = "~> 0.11.15"
}

data "terraform_remote_state" "network" {
  backend = "s3"
}

resource "aws_security_group" "orders" {
  vpc_id = "${data.terraform_remote_state.network.vpc_id}"
}
