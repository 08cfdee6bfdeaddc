output "region" {
  sensitive = true
}

module "network" {
  stage = "test"
}
