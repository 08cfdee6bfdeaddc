module "data" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  name   = "acme-data"
}

module "exports" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  name   = "acme-exports"
}

output "data_console" {
  value = "https://console.example.com/${module.data.console_path}"
}

output "exports" {
  value = module.exports
}
