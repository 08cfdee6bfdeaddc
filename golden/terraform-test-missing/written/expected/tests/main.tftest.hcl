# Plans the module with mocked providers: needs no credentials and makes nothing.

mock_provider "aws" {}

mock_provider "random" {}

run "plan" {
  command = plan

  assert {
    condition = length([
      output.queue_url,
      output.password,
    ]) == 2
    error_message = "An output is missing."
  }
}
