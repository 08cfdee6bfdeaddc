module "account" {
  source = "../account"
}
