output "vpc_id" {
  description = "ID of the network"
  value       = module.network.vpc_id
}

output "token" {
  value     = module.network.token
  sensitive = true
}

output "zones_vpc_id" {
  description = "ID of the network"
  value       = { for k, v in module.zones : k => v.vpc_id }
}

output "zones_token" {
  value     = { for k, v in module.zones : k => v.token }
  sensitive = true
}
