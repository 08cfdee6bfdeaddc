module "logs" {
  source  = "app.terraform.io/acme/bucket/aws"
  version = "~> 1.4" # see the changelog

  name      = "acme-logs"
  versioned = true
}

module "wide" {
  source  = "app.terraform.io/acme/bucket/aws"
  version = ">= 1.0, < 3.0"

  name      = "acme-wide"
  versioned = true
}
