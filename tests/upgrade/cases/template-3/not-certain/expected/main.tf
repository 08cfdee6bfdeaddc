terraform {
  required_providers {
    template = {
      source  = "hashicorp/template"
      version = "~> 2.0"
    }
  }
}

data "template_file" "each" {
  count    = 2
  template = file("each.tpl")
}

data "template_file" "given" {
  template = var.template
}

variable "template" {
  type = string
}

output "each" {
  value = data.template_file.each[*].rendered
}

output "given" {
  value = data.template_file.given.rendered
}
