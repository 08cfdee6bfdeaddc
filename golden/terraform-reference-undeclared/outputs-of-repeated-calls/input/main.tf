module "network" {
  source   = "./modules/network"
  for_each = toset(["a", "b"])
}

module "dns" {
  source = "./modules/network"
  count  = 2
}

output "ids" {
  value = [for one in module.network : one.vpc_idd]
}

output "names" {
  value = values(module.network)[*].name
}

output "first" {
  value = module.dns[0].zone
}

output "guarded" {
  value = try(module.dns[0].domain, can(module.network["a"].domain))
}

output "all" {
  value = [for one in module.network : one.vpc_id]
}
