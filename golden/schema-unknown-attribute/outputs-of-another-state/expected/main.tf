data "terraform_remote_state" "network" {
  backend = "local"
  config = {
    path = "../network/terraform.tfstate"
  }
}

output "vpc" {
  value = data.terraform_remote_state.network.outputs.vpc_id
}

output "subnets" {
  value = data.terraform_remote_state.network.outputs.subnet_ids
}
