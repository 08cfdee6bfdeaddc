module "queue" {
  source = "../.."
}
