terraform {
  source = "../../modules//network"
}

locals {
  env = get_env("APP_ENV", "development")
}

generate "network" {
  path      = "network.tf"
  if_exists = "overwrite"
  contents  = local.env == "development" ? file("../../modules/network/.development/network.tf") : file("../../modules/network/network.tf")
}
