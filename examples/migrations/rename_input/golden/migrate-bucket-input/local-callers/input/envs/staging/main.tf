provider "aws" {
  region = "eu-central-1"
}

variable "versioned" {
  description = "Another variable with the same name: it stays."
  type        = bool
}

module "assets" {
  source    = "../../modules/bucket"
  name      = "acme-staging-assets"
  versioned = var.versioned
}
