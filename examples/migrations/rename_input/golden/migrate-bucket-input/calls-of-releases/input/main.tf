module "logs" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.4.0"

  name      = "acme-logs"
  versioned = true
}

module "shallow" {
  source = "git::https://git.example.com/platform/modules.git//bucket?depth=1&ref=1.9"

  name      = "acme-shallow"
  versioned = var.keep # as agreed
}

# Asks for a release that has the new name already, so that Terraform refuses the old one.
module "ahead" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.1.0"

  name      = "acme-ahead"
  versioned = true
}

module "newest" {
  source = "git::https://git.example.com/platform/modules.git//bucket"

  name      = "acme-newest"
  versioned = true
}

variable "keep" {
  type = bool
}
