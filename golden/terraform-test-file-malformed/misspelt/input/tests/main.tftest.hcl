mock_provider "aws" {
  mock_data "aws_region" {
    default = {}
  }
}

run "plan" {
  comand         = plan # quickly
  expect_failure = [var.name]

  assert {
    condition    = var.name == "web"
    error_mesage = "another name"
  }
}
