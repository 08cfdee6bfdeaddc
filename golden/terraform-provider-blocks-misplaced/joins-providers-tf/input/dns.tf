provider "aws" {
  alias  = "dns" # the zone lives in the first region of all
  region = "us-east-1"
}

# Names of the shop.
resource "aws_route53_zone" "shop" {
  provider = aws.dns
  name     = "shop.example.com"
}

terraform { # runs remotely
  # cloud since May

  cloud {
    organization = "shop"

    workspaces {
      name = "dns"
    }
  }

  provider_meta "aws" {
    user_agent = ["shop"]
  }
} # terraform
