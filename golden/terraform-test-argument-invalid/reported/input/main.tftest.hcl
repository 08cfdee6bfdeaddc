run "destroy" {
  command = destroy

  module {
    source = "setup"
  }
}

run "refresh" {
  module {
    source  = "./setup"
    version = "1.0.0"
  }

  plan_options {
    mode    = refresh-only
    refresh = false
  }
}

run "git" {
  module {
    source = "git::https://example.com/setup.git"
  }

  override_resource {
    target = data.aws_vpc.a
  }

  override_data {
    target = module.a.aws_vpc.a
  }

  override_module {
    target = terraform_data.all
  }

  assert {
    condition     = 1 == 1
    error_message = "never"
  }
}
