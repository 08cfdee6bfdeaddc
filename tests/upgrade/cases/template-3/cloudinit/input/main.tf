terraform {
  required_providers {
    template = {
      source  = "hashicorp/template"
      version = "~> 2.0"
    }
  }
}

data "template_cloudinit_config" "vm" {
  gzip = true

  part {
    content_type = "text/x-shellscript"
    content      = "echo"
  }
}

output "vm" {
  value = data.template_cloudinit_config.vm.rendered
}
