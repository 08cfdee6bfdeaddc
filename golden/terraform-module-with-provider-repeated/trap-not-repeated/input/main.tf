module "topic" {
  source     = "./modules/topic"
  depends_on = []
}

module "passed" {
  source = "./modules/plain"
  count  = 2
}
