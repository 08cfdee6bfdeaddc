variables {
  shared = "x"
}

run "setup" {
  variables {
    size  = 2
    width = 3
  }

  module {
    source = "./setup"
  }
}

run "plan" {
  variables {
    nmae = "a"
    text = "b"
  }

  assert {
    condition     = terraform_data.all.input == var.text
    error_message = "no"
  }
}

run "registry" {
  variables {
    anything = 1
  }

  module {
    source = "terraform-aws-modules/vpc/aws"
  }
}
