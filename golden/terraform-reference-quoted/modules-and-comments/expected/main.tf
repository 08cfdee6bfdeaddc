data "aws_caller_identity" "current" {
  depends_on = [module.network]
}

module "network" {
  source = "./network"

  depends_on = [
    aws_iam_role.app, # the role
    # "aws_iam_role.old",
  ]
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"

  lifecycle {
    ignore_changes = [
      description,
      tags["Owner"],
    ]
  }
}
