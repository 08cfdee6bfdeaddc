variable "name" {
  type    = string
  default = "web"

  validation {
    condition     = var.name != ""
    error_message = "A name is wanted."
  }
}

variable "label" {
  type    = string
  default = ""
}

locals {
  text = upper(var.name)
}

resource "terraform_data" "all" {
  input = local.text

  lifecycle {
    postcondition {
      condition     = self.output != ""
      error_message = "Nothing is there."
    }
  }
}

resource "terraform_data" "plain" {
  input = var.label
}

output "name" {
  value = terraform_data.all.output

  precondition {
    condition     = var.name != "x"
    error_message = "Not that one."
  }
}

output "label" {
  value = terraform_data.plain.output
}

check "name" {
  assert {
    condition     = var.name != "y"
    error_message = "Better not."
  }
}
