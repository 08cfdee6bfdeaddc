mock_provider "aws" {}

run "made" {
  command = apply
}
