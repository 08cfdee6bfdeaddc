# A test can only mock providers that the root module knows of.
module "suffix" {
  source = "./suffix"
}
