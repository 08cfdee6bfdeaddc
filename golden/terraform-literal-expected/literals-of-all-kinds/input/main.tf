variable "sizes" {
  type        = map(number)
  description = "The sizes: $${small} or %%{ large }."
  sensitive   = "true"
  nullable    = !true
  default = {
    small = 1 + 1
    large = -3
  }
}

variable "names" {
  type    = list(string)
  default = [for name in ["a", "b"] : "x-${name}"]
}

terraform {
  required_version = ">= 1.3, < 2.0"
}

resource "terraform_data" "one" {
  input = var.names

  lifecycle {
    prevent_destroy = false
  }
}
