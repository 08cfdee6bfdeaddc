output "region" {
  value = "eu-west-1"
}

module "network" {
  source = "./network"
}
