module "network" {
  source = "./network"
}

module "zones" {
  for_each = toset(["a", "b"])
  source   = "./network"
}
