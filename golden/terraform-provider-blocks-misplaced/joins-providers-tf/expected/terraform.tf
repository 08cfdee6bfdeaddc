terraform {
  required_providers {
    aws = "~> 5.0"
  }

  # cloud since May

  # runs remotely
  # terraform
  cloud {
    organization = "shop"

    workspaces {
      name = "dns"
    }
  }

  provider_meta "aws" {
    user_agent = ["shop"]
  }
}
