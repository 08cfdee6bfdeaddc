data "terraform_remote_state" "network" {
  backend = "s3"
}

data "terraform_remote_state" "zones" {
  count   = 2
  backend = "s3"
}

resource "aws_instance" "web" {
  count         = 2
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

output "numbers" {
  value = [
    data.terraform_remote_state.network.count,
    data.terraform_remote_state.zones.count,
    aws_instance.web.count,
  ]
}
