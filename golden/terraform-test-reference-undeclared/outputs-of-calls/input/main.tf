module "network" {
  source = "./network"
  count  = 2
}
