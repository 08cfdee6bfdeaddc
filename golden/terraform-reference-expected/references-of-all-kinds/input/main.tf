variable "names" {
  type = list(string)
}

module "network" {
  source     = "./network"
  count      = 1
  depends_on = [terraform_data.one, var.names]
}

resource "terraform_data" "one" {
  for_each = toset(["a"])

  lifecycle {
    ignore_changes = all
  }
}

resource "terraform_data" "two" {
  for_each   = toset(["a"])
  depends_on = [terraform_data.one["a"], module.network[0], module.network[0].id, data.aws_region.here]
  provider   = terraform

  lifecycle {
    ignore_changes       = [input["name"], triggers_replace[0].name, output]
    replace_triggered_by = [terraform_data.one[each.key], terraform_data.one["a"].id]
  }
}

data "aws_region" "here" {
  provider = aws.replica
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-1"
}

output "region" {
  value      = data.aws_region.here.name
  depends_on = [terraform_data.two]
}
