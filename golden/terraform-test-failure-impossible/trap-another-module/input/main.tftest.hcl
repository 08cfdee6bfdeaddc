run "setup" {
  command         = plan
  expect_failures = [var.size]

  module {
    source = "./setup"
  }
}

run "registry" {
  command         = plan
  expect_failures = [var.anything, aws_vpc.this[0]]

  module {
    source = "terraform-aws-modules/vpc/aws"
  }
}
