locals {
  policy = templatefile("policy.json", {})
}

variable "region" {
  type = string
}

resource "terraform_data" "vm" {
  input = base64encode(templatefile("${path.module}/init.sh", {
    region = var.region
    count  = 2
  }))
}

resource "terraform_data" "policy" {
  input = "${local.policy}"
}

output "policy" {
  value = local.policy
}
