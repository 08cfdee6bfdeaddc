variables {
  name  = "a"
  extra = "b"
}

provider "aws" {
  region = run.later.region
}

run "setup" {
  module {
    source = "./setup"
  }
}

run "registry" {
  module {
    source = "terraform-aws-modules/vpc/aws"
  }
}

run "plan" {
  command = plan

  variables {
    label = "${run.setup.id}-${var.extra}-${run.registry.anything}-${var.shared}"
  }

  assert {
    condition     = var.extra == "b" && local.text == upper(var.name) && terraform_data.all.output == ""
    error_message = "wrong: ${output.name} of ${run.setup.id} and ${jsonencode([for run in [{ a = 1 }] : run.a])}"
  }
}
