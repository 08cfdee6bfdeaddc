module "logs" {
  source  = "app.terraform.io/acme/bucket/aws"
  version = "~> 2.0" # see the changelog

  name               = "acme-logs"
  versioning_enabled = true
}

module "wide" {
  source  = "app.terraform.io/acme/bucket/aws"
  version = ">= 1.0, < 3.0"

  name      = "acme-wide"
  versioned = true
}
