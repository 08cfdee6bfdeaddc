terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# What the build writes.
module "assets" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"

  name          = "acme-assets-${var.environment}" # the CDN has it, too
  owner         = "web"                            # the old module made a tag of it
  versioned     = var.environment == "production"
  force_destroy = true

  tags = {
    Team = "web"
  }
}

variable "environment" {
  description = "Where this is deployed."
  type        = string
}
