module "site" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"

  name    = "acme-site"
  website = "index.html"
}
