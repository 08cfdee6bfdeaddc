locals {
  # said to all
  greeting = "Hello ${upper(var.name)}, welcome to ${var.place}"
}

locals {
  script = <<-EOT
    #!/bin/sh
    echo ${var.name}
    %{if var.is_loud == "true"}
    echo again
    %{endif}
  EOT
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
  value = local.greeting
}

output "script" {
  value = base64encode(local.script)
}
