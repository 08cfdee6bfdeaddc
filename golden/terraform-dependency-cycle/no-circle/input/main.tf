# Each takes a value of the other, but not one that waits for its own.
module "blue" {
  source = "./pair"
  name   = "blue"
  peer   = module.red.name
}

module "red" {
  source = "./pair"
  name   = "red"
  peer   = module.blue.name
}

# From the registry: which of its outputs waits for what is not known.
module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  name   = "shop"
  tags   = { instance = aws_instance.web.id }
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
  subnet_id     = module.vpc.public_subnets[0]

  provisioner "local-exec" {
    command = "echo ${aws_instance.web.private_ip}"
  }

  lifecycle {
    ignore_changes = [ami]
  }
}

locals {
  names = [for name in ["a", "b"] : name]
  name  = local.names[0]
}

variable "ami" {
  type = string

  validation {
    condition     = startswith(var.ami, "ami-")
    error_message = "An id of an image begins with ami-."
  }
}
