override_resource {
  target = module.a["b"].aws_vpc.main[0]
}

override_data {
  target = module.a.module.b.data.aws_vpc.main
}

override_module {
  target = module.a[0].module.b
}

run "plan" {
  variables {
    command = "destroy"
    mode    = "none"
  }

  module {
    source = "../setup"
  }

  assert {
    condition     = alltrue([for one in ["a"] : one != local.text])
    error_message = "never"
  }
}
