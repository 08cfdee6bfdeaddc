module "default" {
  source = "./modules/name"
  name   = null
  label  = null
}
