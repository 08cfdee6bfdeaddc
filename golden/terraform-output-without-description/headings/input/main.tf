locals {
  addresses = ["10.0.0.1", "10.0.0.2"]
}

# ------------------------------
# Addresses that servers answer at
# ------------------------------
output "server_addresses" {
  value = local.addresses
}

# The first and the last address
output "first_address" {
  value = local.addresses[0]
}

output "last_address" {
  value = local.addresses[1]
}
