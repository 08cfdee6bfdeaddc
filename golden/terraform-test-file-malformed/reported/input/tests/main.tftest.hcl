locals {
  a = 1
}

variables {
  name = "a"
}

variables {
  label = "b"
}

run {
  command = plan
}

run "plan" {
  command = plan
  timeout = 5

  variables {
    name = "a"
    tags {
      a = 1
    }
  }

  module {
  }

  plan_options {
    refresh = true
  }

  plan_options {
    refresh = false
  }

  override_resource {
    values = {}
  }
}
