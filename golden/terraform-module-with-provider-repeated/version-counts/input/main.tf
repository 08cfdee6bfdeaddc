module "topic" {
  source = "./modules/topic"
  count  = 2
}
