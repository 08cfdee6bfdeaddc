test {
  parallel = true
}

variables {
  name = "a"
  run  = { any = "thing" }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {}
  }
}

provider "aws" {
  alias  = "b"
  region = "eu-west-2"
}

mock_provider "random" {
  alias           = "c"
  override_during = plan

  mock_resource "random_id" {
    defaults = {}
  }

  mock_data "random_id" {
    defaults = {}
  }

  override_resource {
    target = random_id.a
    values = {}
  }
}

override_resource {
  target = terraform_data.all
  values = {}
}

override_module {
  target  = module.a
  outputs = {}
}

run "plan" {
  command         = plan
  parallel        = true
  state_key       = "a"
  expect_failures = [var.name]

  providers = {
    aws = aws.b
  }

  module {
    source  = "terraform-aws-modules/vpc/aws"
    version = "5.0.0"
  }

  plan_options {
    mode    = normal
    refresh = true
    replace = [terraform_data.all]
    target  = [terraform_data.all]
  }

  variables {
    label = "b"
  }

  override_resource {
    target = terraform_data.plain
  }

  override_data {
    target = data.aws_vpc.plain
  }

  assert {
    condition     = var.name == "a"
    error_message = "another name"
  }

  assert {
    condition     = var.label == "b"
    error_message = "another label"
  }
}

run "apply" {
  override_resource {
    target = terraform_data.all
  }
}
