variable "name" {
  type = string
}

variable "size" {
  type = string
}

locals {
  tags   = { Team = "web" }
  ports  = [80, 443]
  script = "echo"
  secret = "in the tests"
}

data "http" "ready" {
  url = "https://example.com/ready"
}

data "aws_ami" "checked" {
  owners = ["self"]

  lifecycle {
    postcondition {
      condition     = self.architecture == "arm64"
      error_message = "Not for this architecture."
    }
  }
}

resource "aws_security_group" "web" {
  name = "web-${var.name}"
  tags = local.tags

  dynamic "ingress" {
    for_each = local.ports

    content {
      from_port = ingress.value
      to_port   = ingress.value
      protocol  = "tcp"
    }
  }
}

resource "null_resource" "notes" {
  provisioner "local-exec" {
    command = <<-EOT
      ${local.script} ${var.size == "" ? "none" : "some"}
    EOT
  }
}

# Whoever deploys this must have chosen a region.
variable "region" {
  type = string

  validation {
    condition     = var.region != ""
    error_message = "The region must not be empty."
  }
}
