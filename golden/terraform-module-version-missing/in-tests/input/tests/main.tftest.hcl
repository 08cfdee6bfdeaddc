run "any" {
  module {
    source = "terraform-aws-modules/vpc/aws"
  }
}

run "one" {
  module {
    source  = "terraform-aws-modules/vpc/aws"
    version = "5.1.2"
  }
}

run "here" {
  module {
    source = "./setup"
  }
}
