terraform {
  required_providers {
    template = {
      source  = "hashicorp/template"
      version = "~> 2.0"
    }
  }
}

data "template_file" "init" {
  template = file("${path.module}/init.sh")

  vars = {
    region = var.region
    count  = 2
  }
}

data "template_file" "policy" {
  template = "${file("policy.json")}"
}

variable "region" {
  type = string
}

resource "terraform_data" "vm" {
  input = base64encode(data.template_file.init.rendered)
}

resource "terraform_data" "policy" {
  input = "${data.template_file.policy.rendered}"
}

output "policy" {
  value = data.template_file.policy.rendered
}
