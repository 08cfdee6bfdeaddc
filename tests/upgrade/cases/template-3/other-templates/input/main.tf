terraform {
  required_providers {
    template = {
      source  = "hashicorp/template"
      version = "~> 2.0"
    }
  }
}

locals {
  template_file = templatefile("x.tpl", {})
}

output "text" {
  value = local.template_file
}
