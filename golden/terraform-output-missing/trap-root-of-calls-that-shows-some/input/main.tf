module "network" {
  source = "./network"
}

output "id" {
  value = module.network.vpc_id
}
