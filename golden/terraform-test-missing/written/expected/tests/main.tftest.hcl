# Plans the module with mocked providers: needs no credentials and makes nothing.

mock_provider "aws" {}

mock_provider "random" {}

run "plan" {
  command = plan
}
