module "network" {
  source = "./network"
  count  = 2
}

module "named" {
  source   = "./network"
  for_each = toset(["a"])
}

output "network" {
  value = module.network.id
}

output "named" {
  value = module.named.id
}
