terraform {
  required_version = "~> 0.12.31"
}

variable "region" {
  type = "string"
}

variable "names" {
  type    = "list"
  default = []
}

data "terraform_remote_state" "network" {
  backend = "local"
}

resource "aws_instance" "web" {
  count         = 2
  ami           = "ami-1"
  instance_type = "t3.micro"
  subnet_id     = "${data.terraform_remote_state.network.outputs.subnet}"
  depends_on    = ["aws_eip.office"]

  tags = "${map("Region", "${var.region}")}"

  lifecycle {
    ignore_changes = ["*"]
  }
}

resource "aws_eip" "office" {
}

output "first" {
  value = "${aws_instance.web.0.id}"
}
