module "web" {
  source = "./service"
  name   = ["web"]
  count_ = 3
}
