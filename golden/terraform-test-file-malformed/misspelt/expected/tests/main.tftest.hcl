mock_provider "aws" {
  mock_data "aws_region" {
    defaults = {}
  }
}

run "plan" {
  command         = plan # quickly
  expect_failures = [var.name]

  assert {
    condition     = var.name == "web"
    error_message = "another name"
  }
}
