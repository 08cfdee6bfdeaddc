terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# Everything that the load balancers write.
module "logs" {
  source             = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
  name               = "acme-logs-${var.environment}" # known to the auditors
  versioning_enabled = true
  force_destroy      = var.environment != "production"

  tags = {
    Team = "operations"
  }
}

variable "environment" {
  description = "Where this is deployed."
  type        = string
}
