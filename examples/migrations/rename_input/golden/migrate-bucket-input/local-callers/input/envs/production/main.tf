provider "aws" {
  region = "eu-central-1"
}

module "assets" {
  source = "../../modules/bucket"

  name      = "acme-assets"
  versioned = false # the build writes them anew
}

module "logs" {
  source   = "../../modules/bucket"
  for_each = toset(["api", "web"])

  name = "acme-logs-${each.key}"
}
