stage = "test"

variable "region" {
  type     = string
  required = true
}

output "region" {
  value = var.region
  name  = "region"
}

data "aws_region" "here" {
  lifecycle {
    prevent_destroy = true
  }
}

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
      region = "eu-west-1"
    }
  }
}

resource "terraform_data" "one" {
  provisioner "local-exec" {
    command = "true"
    shell   = "bash"
  }
}
