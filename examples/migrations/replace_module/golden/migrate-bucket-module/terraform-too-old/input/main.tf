terraform {
  required_version = "~> 1.2.0"
}

module "logs" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  name   = "acme-logs"
}
