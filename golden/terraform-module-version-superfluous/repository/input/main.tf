module "network" {
  source  = "git::https://example.com/network.git"
  version = "1.2.0"
}
