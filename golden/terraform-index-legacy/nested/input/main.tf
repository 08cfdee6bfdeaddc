locals {
  zone_of = { for name, groups in local.groups : name => groups.0.zones.0.name }
  picked  = local.list[local.order.0]
}
