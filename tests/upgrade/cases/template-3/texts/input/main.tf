terraform {
  required_providers {
    template = {
      source  = "hashicorp/template"
      version = "~> 2.0"
    }
  }
}

data "template_file" "greeting" {
  # said to all
  template = "Hello $${name}, welcome to ${var.place}"

  vars = {
    name = upper(var.name)
  }
}

data "template_file" "script" {
  template = <<-EOT
    #!/bin/sh
    echo $${word}
    %%{ if loud == "true" }
    echo again
    %%{ endif }
  EOT

  vars = {
    word = var.name
    loud = var.is_loud
  }
}

variable "name" {
  type = string
}

variable "place" {
  type = string
}

variable "is_loud" {
  type = string
}

output "greeting" {
  value = data.template_file.greeting.rendered
}

output "script" {
  value = base64encode(data.template_file.script.rendered)
}
