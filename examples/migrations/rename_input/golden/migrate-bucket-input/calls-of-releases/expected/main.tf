module "logs" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"

  name               = "acme-logs"
  versioning_enabled = true
}

module "shallow" {
  source = "git::https://git.example.com/platform/modules.git//bucket?depth=1&ref=2.0.0"

  name               = "acme-shallow"
  versioning_enabled = var.keep # as agreed
}

# Asks for a release that has the new name already, so that Terraform refuses the old one.
module "ahead" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.1.0"

  name               = "acme-ahead"
  versioning_enabled = true
}

module "newest" {
  source = "git::https://git.example.com/platform/modules.git//bucket"

  name               = "acme-newest"
  versioning_enabled = true
}

variable "keep" {
  type = bool
}
