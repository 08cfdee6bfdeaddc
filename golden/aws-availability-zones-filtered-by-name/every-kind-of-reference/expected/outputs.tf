output "zones" {
  value = local.availability_zones
}
